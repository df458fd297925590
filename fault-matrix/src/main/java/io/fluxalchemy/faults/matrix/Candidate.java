package io.fluxalchemy.faults.matrix;

import io.fluxalchemy.engine.TransactionOptions;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who runs the transactions of the matrix: the engine, or a peer. */
public interface Candidate {

    /** A transaction with one value. */
    Mono<Long> transaction(TransactionOptions options, Function<Handle, Mono<Long>> body);

    /** A transaction with several. */
    Flux<Long> transactionMany(TransactionOptions options, Function<Handle, Flux<Long>> body);

    /** Whether what the case is about exists here. */
    boolean expresses(FaultCase fault);
}
