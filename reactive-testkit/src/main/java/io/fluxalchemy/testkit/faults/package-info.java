/**
 * Faults on purpose, for tests of what an application does at night: a wire that breaks where a test says, a driver that
 * misbehaves, and the check that all is quiet afterwards.
 *
 * <p>In go the URL of a {@link io.fluxalchemy.testkit.database.TestDatabase} or a driver's factory, out come one with faults in
 * it. Start reading at {@link io.fluxalchemy.testkit.faults.FaultProxy}.
 */
@NullMarked
package io.fluxalchemy.testkit.faults;

import org.jspecify.annotations.NullMarked;
