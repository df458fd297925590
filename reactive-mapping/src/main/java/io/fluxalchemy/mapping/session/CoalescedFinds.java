package io.fluxalchemy.mapping.session;

import io.fluxalchemy.CheckReturnValue;
import reactor.core.publisher.Mono;

/**
 * Finds by id that share statements: those that are asked for at the same time, by whomever, become one
 * {@code … where id = any(…)}. Made by {@link AsyncSessionFactory#coalescedFinds}; only finds of the same object meet, so make it once
 * and keep it. Thread-safe; it owns no resource. After DataLoader and Hibernate's batch fetching, without a session around.
 *
 * <p><b>When it leaves.</b> At once while no statement of these finds is under way, or one that is no larger than the finds that
 * wait; else as soon as one ends, together with all that came meanwhile, at most 1,024 in one statement. Nobody waits longer than 50
 * milliseconds for the statements of others: then another one leaves.
 *
 * <p><b>What it sees.</b> The statement begins after the find was subscribed, perhaps a little later: never an earlier state of the
 * row, perhaps a later one than a find by itself would. Two finds are not of one snapshot unless they happen to meet.
 *
 * <p><b>What it gives.</b> What {@code sessions.read(session -> session.get(table, id))} gives: an object of the caller's own, which
 * no session manages, whoever else asked for the same id; empty where there is no row. Its relations are not loaded.
 *
 * <p><b>Scopes.</b> Inside a scope, where the Reactor Context carries a session of the factory or a connection of its engine, nothing is
 * shared: the find runs there as any other. A shared statement runs with an empty Context, on a connection for it
 * alone, with the options these finds were made with: finds of two tenants, or of two isolations, are of two objects and never meet.
 *
 * <p><b>Errors and cancel.</b> An error of the shared statement goes to each caller as the same exception object: do not write into it. So
 * a value that the database refuses as an id fails those it travels with. A cancelled find, by a timeout for instance, leaves the
 * others alone; the last one cancels the statement. Answers come on the thread of the connection, one after the other: a slow
 * subscriber keeps the others waiting.
 */
@CheckReturnValue
public interface CoalescedFinds<E, K> {

    /**
     * The entity with this id; empty if there is none.
     *
     * @throws io.fluxalchemy.error.MappingException (as an error signal) if the id, or a part of it, is null
     */
    Mono<E> get(K id);
}
