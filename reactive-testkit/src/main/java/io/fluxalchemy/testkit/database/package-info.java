/**
 * Where tests get a database from: a URL named in the environment, else a container where a Docker engine answers, else a
 * server embedded in the test's own process tree (H2 in memory).
 *
 * <p>In goes a {@link io.fluxalchemy.testkit.database.DatabaseKind}, out comes the R2DBC URL of a fresh, empty database. One
 * server per kind and JVM is started when the first URL is asked for, and stopped when the JVM ends.
 *
 * <p>Start reading at {@link io.fluxalchemy.testkit.database.TestDatabase}; {@code TestServers} holds the order of the sources.
 */
@NullMarked
package io.fluxalchemy.testkit.database;

import org.jspecify.annotations.NullMarked;
