/**
 * Lending connections: acquire, release, destroy, and nothing that happens between. In goes a driver's factory or a pool that is
 * not ours, out come {@link io.fluxalchemy.engine.pool.Lease}s, each with the turn of its connection. Internal to the engine.
 * Start reading at {@link io.fluxalchemy.engine.pool.Lender}.
 */
@NullMarked
package io.fluxalchemy.engine.pool;

import org.jspecify.annotations.NullMarked;
