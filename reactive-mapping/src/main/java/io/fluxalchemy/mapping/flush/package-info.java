/**
 * The unit of work: what changed in a session becomes an ordered plan, and the plan becomes statements. In goes an identity map,
 * out comes a {@link io.fluxalchemy.mapping.flush.FlushPlan}, which is pure and prints itself; one class,
 * {@link io.fluxalchemy.mapping.flush.FlushExecutor}, is reactive and runs it. What the run brought back is applied to the session
 * only after all of it succeeded. Start reading at {@link io.fluxalchemy.mapping.flush.FlushPlanner}.
 */
@NullMarked
package io.fluxalchemy.mapping.flush;

import org.jspecify.annotations.NullMarked;
