/**
 * What a driver does at run time that R2DBC leaves open; implemented once per driver in {@code reactive-dialects}. Start reading
 * at {@link io.fluxalchemy.engine.driver.DriverAdapter}.
 */
@NullMarked
package io.fluxalchemy.engine.driver;

import org.jspecify.annotations.NullMarked;
