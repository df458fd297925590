/**
 * The H2 driver's adapter: columns are read by the driver's native class and converted exactly from there. The only place that
 * imports the driver's classes. Start reading at {@link io.fluxalchemy.dialects.h2.driver.H2DriverAdapter}.
 */
@NullMarked
package io.fluxalchemy.dialects.h2.driver;

import org.jspecify.annotations.NullMarked;
