package io.fluxalchemy.benchmarks.faults;

import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.faults.matrix.Candidate;
import io.fluxalchemy.faults.matrix.FaultCase;
import io.fluxalchemy.faults.matrix.Handle;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A plain pool with {@code usingWhen} for the connection and for the transaction, and {@code timeout} for a deadline. */
record PlainCandidate(ConnectionPool pool) implements Candidate {

    @Override
    public Mono<Long> transaction(TransactionOptions options, Function<Handle, Mono<Long>> body) {
        Mono<Long> work = Mono.usingWhen(
                pool.create(),
                connection -> Mono.usingWhen(
                        begun(connection, options),
                        c -> body.apply(new PlainHandle(c)),
                        Connection::commitTransaction,
                        (c, error) -> c.rollbackTransaction(),
                        Connection::rollbackTransaction),
                Connection::close);
        return options.timeout() == null ? work : work.timeout(options.timeout());
    }

    @Override
    public Flux<Long> transactionMany(TransactionOptions options, Function<Handle, Flux<Long>> body) {
        Flux<Long> work = Flux.usingWhen(
                pool.create(),
                connection -> Flux.usingWhen(
                        begun(connection, options),
                        c -> body.apply(new PlainHandle(c)),
                        Connection::commitTransaction,
                        (c, error) -> c.rollbackTransaction(),
                        Connection::rollbackTransaction),
                Connection::close);
        return within(options.timeout(), work);
    }

    /** A deadline over a whole Flux, whose own {@code timeout} is one for each value: its values are held back, as the engine does. */
    static <T> Flux<T> within(Duration deadline, Flux<T> values) {
        return deadline == null
                ? values
                : values.collectList().timeout(deadline).flatMapIterable(all -> all);
    }

    private static Mono<Connection> begun(Connection connection, TransactionOptions options) {
        Publisher<Void> begin = options.isolation() == null
                ? connection.beginTransaction()
                : connection.beginTransaction(IsolationLevel.SERIALIZABLE);
        return Mono.from(begin).thenReturn(connection);
    }

    /** It has no unit of work and no hooks, and resets nothing. */
    @Override
    public boolean expresses(FaultCase fault) {
        return switch (fault.phase()) {
            case P7_FLUSH, P9_AFTER_COMMIT, P11_RELEASE -> false;
            default -> !fault.fault().name().contains("hook");
        };
    }

    /** A connection as the driver has it. */
    record PlainHandle(Connection connection) implements Handle {

        @Override
        public Mono<Long> execute(String text) {
            return results(text).concatMap(Result::getRowsUpdated).reduce(0L, Long::sum);
        }

        @Override
        public Mono<Integer> pid() {
            return results("select pg_backend_pid() as r")
                    .concatMap(result -> result.map((row, metadata) -> row.get("r", Integer.class)))
                    .next();
        }

        @Override
        public Mono<String> one(String text, UnaryOperator<String> reader) {
            return rows(text, reader).single();
        }

        @Override
        public Flux<String> rows(String text, UnaryOperator<String> reader) {
            return results(text)
                    .concatMap(result -> result.map((row, metadata) -> reader.apply(row.get("r", String.class))));
        }

        @Override
        public Mono<Void> bound(String query, int a) {
            return Flux.defer(() -> connection
                            .createStatement(query.replace(":a", "$1"))
                            .bind("$1", a)
                            .execute())
                    .concatMap(result -> result.map((row, metadata) -> 1))
                    .then();
        }

        @Override
        public Mono<Void> beforeCommit(Mono<Void> hook) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Void> afterCommit(Mono<Void> hook) {
            return Mono.error(new UnsupportedOperationException());
        }

        private Flux<? extends Result> results(String text) {
            return Flux.defer(() -> connection.createStatement(text).execute());
        }
    }
}
