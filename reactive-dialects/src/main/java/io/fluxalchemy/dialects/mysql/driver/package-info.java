/**
 * The adapter of the asyncer driver: columns are read by the driver's class that is right for them and converted exactly from
 * there; points on the time line are kept in UTC. The only place that imports the driver's classes. Start reading at
 * {@link io.fluxalchemy.dialects.mysql.driver.MysqlDriverAdapter}.
 */
@NullMarked
package io.fluxalchemy.dialects.mysql.driver;

import org.jspecify.annotations.NullMarked;
