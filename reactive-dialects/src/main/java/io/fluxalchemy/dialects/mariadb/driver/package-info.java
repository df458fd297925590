/**
 * The MariaDB driver's adapter: columns are read by the driver's class that is right for them and converted exactly from there;
 * points on the time line are kept in UTC. The only place that imports the driver's classes. Start reading at
 * {@link io.fluxalchemy.dialects.mariadb.driver.MariadbDriverAdapter}.
 */
@NullMarked
package io.fluxalchemy.dialects.mariadb.driver;

import org.jspecify.annotations.NullMarked;
