/**
 * What a unit of work remembers: which object stands for which row, what was last known of the row, and which collections were
 * loaded. In go entities read or added, out come entries to compare against. No Reactor, no I/O; one map belongs to one session
 * and is confined to its signals. Start reading at {@link io.fluxalchemy.mapping.state.IdentityMap}.
 */
@NullMarked
package io.fluxalchemy.mapping.state;

import org.jspecify.annotations.NullMarked;
