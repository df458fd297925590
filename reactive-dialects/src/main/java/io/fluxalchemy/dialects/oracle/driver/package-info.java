/**
 * The adapter of Oracle's R2DBC driver: its auto-commit is switched around transactions, columns are read by the driver's class that
 * is right for them and converted exactly from there. The only place that imports the driver's classes. Start reading at
 * {@link io.fluxalchemy.dialects.oracle.driver.OracleDriverAdapter}.
 */
@NullMarked
package io.fluxalchemy.dialects.oracle.driver;

import org.jspecify.annotations.NullMarked;
