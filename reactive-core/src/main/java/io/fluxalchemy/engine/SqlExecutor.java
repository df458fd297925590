package io.fluxalchemy.engine;

import io.fluxalchemy.CheckReturnValue;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Select;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The verbs that run statements, shared by engine, connection and session. Every returned publisher is cold: nothing happens
 * before it is subscribed, and each subscription runs the statement again. Cancelling stops the statement on the server where
 * the database can, and never commits.
 *
 * <p>A NULL scalar completes {@code one} and {@code first} empty, is null in {@code all}, and fails {@code stream}, since
 * Reactor has no null.
 */
@CheckReturnValue
public interface SqlExecutor {

    /** All rows, read before the list is emitted. */
    <R> Mono<List<R>> all(Query<R> query);

    /** Exactly one row; none is a {@code NoRowException}, more is a {@code TooManyRowsException}. */
    <R> Mono<R> one(Query<R> query);

    /** One row or empty; more is a {@code TooManyRowsException}. */
    <R> Mono<R> oneOrEmpty(Query<R> query);

    /** The first row or empty. */
    <R> Mono<R> first(Query<R> query);

    /** Rows as they arrive, with back-pressure; the connection is held until the last row or cancel. */
    <R> Flux<R> stream(Query<R> query);

    /** Runs a command; emits the number of rows it wrote. */
    Mono<Long> execute(Command command);

    /** The number of rows the query would return; its order, limit and options do not count. */
    Mono<Long> count(Select<?> query);

    /** Whether the query returns any row. */
    Mono<Boolean> exists(Select<?> query);

    /**
     * One page of a query with an order and a limit, and the cursor of the next. Keyset paging: the order should end in a unique
     * column, and the next page is read with {@code query.after(cursor)}.
     */
    <R> Mono<Page<R>> page(Select<R> query);
}
