/**
 * Who may use one connection now. A {@link io.fluxalchemy.engine.turn.Turn} is a bounded queue of operations of which one runs
 * at a time; a cancelled operation keeps the turn until its exchange with the server has ended. In go cold publishers, out come
 * cold publishers that wait for their turn. Internal to the engine. Start reading at {@code Turn}, then {@code Ticket}.
 */
@NullMarked
package io.fluxalchemy.engine.turn;

import org.jspecify.annotations.NullMarked;
