/**
 * The PostgreSQL driver's adapter: values cross the driver as bytes and are decoded here, exactly, from both transfer formats;
 * what has no exact Java value is refused. The only place that imports the driver's classes. Start reading at
 * {@link io.fluxalchemy.dialects.postgresql.driver.PostgresqlDriverAdapter}; how a column is read is {@code ColumnReading}, what
 * each database type looks like on the wire is {@code WireType}.
 */
@NullMarked
package io.fluxalchemy.dialects.postgresql.driver;

import org.jspecify.annotations.NullMarked;
