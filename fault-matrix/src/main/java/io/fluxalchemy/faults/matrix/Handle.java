package io.fluxalchemy.faults.matrix;

import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the body of a case does with its connection, whoever has lent it. */
public interface Handle {

    /** Runs a text to its end. */
    Mono<Long> execute(String text);

    /** The server's process behind the connection. */
    Mono<Integer> pid();

    /** Reads the column {@code r} of the only row. */
    Mono<String> one(String text, UnaryOperator<String> reader);

    /** Reads the column {@code r} of each row as it arrives. */
    Flux<String> rows(String text, UnaryOperator<String> reader);

    /** Runs a query with a value for its parameter {@code :a}. */
    Mono<Void> bound(String query, int a);

    /** To run in the transaction before its commit. */
    Mono<Void> beforeCommit(Mono<Void> hook);

    /** To run after the commit. */
    Mono<Void> afterCommit(Mono<Void> hook);
}
