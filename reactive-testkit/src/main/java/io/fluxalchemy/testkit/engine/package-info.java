/**
 * Tests of reactive code on a real database: an engine whose every write is rolled back after the test, and the statements the
 * code under test ran.
 *
 * <p>In goes a {@link io.fluxalchemy.testkit.database.TestDatabase}, out come an {@link io.fluxalchemy.engine.AsyncEngine} to
 * hand to the code under test and a {@link io.fluxalchemy.testkit.engine.Statements} to count with. Start reading at
 * {@link io.fluxalchemy.testkit.engine.TestEngine}.
 */
@NullMarked
package io.fluxalchemy.testkit.engine;

import org.jspecify.annotations.NullMarked;
