/**
 * The adapter of r2dbc-mssql: values are bound by the names of their markers, columns are read by the driver's class that is right
 * for them and converted exactly from there. The only place that imports the driver's classes. Start reading at
 * {@link io.fluxalchemy.dialects.sqlserver.driver.MssqlDriverAdapter}.
 */
@NullMarked
package io.fluxalchemy.dialects.sqlserver.driver;

import org.jspecify.annotations.NullMarked;
