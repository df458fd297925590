package io.fluxalchemy.benchmarks.faults;

import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.faults.matrix.Candidate;
import io.fluxalchemy.faults.matrix.FaultCase;
import io.fluxalchemy.faults.matrix.Handle;
import io.fluxalchemy.faults.matrix.Phase;
import io.r2dbc.pool.ConnectionPool;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Spring's {@code TransactionalOperator} and {@code DatabaseClient} over a plain pool, with {@code timeout} beside its own deadline. */
record SpringCandidate(ConnectionPool pool) implements Candidate {

    @Override
    public Mono<Long> transaction(TransactionOptions options, Function<Handle, Mono<Long>> body) {
        Mono<Long> work = operator(options).transactional(Mono.defer(() -> body.apply(handle())));
        return options.timeout() == null ? work : work.timeout(options.timeout());
    }

    @Override
    public Flux<Long> transactionMany(TransactionOptions options, Function<Handle, Flux<Long>> body) {
        return PlainCandidate.within(
                options.timeout(), operator(options).transactional(Flux.defer(() -> body.apply(handle()))));
    }

    private TransactionalOperator operator(TransactionOptions options) {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        if (options.timeout() != null) {
            definition.setTimeout((int) Math.max(1, options.timeout().toSeconds()));
        }
        if (options.isolation() != null) {
            definition.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        }
        return TransactionalOperator.create(new R2dbcTransactionManager(pool), definition);
    }

    private SpringHandle handle() {
        return new SpringHandle(DatabaseClient.create(pool));
    }

    /** It has no unit of work of its own here, resets nothing, and begins with READ WRITE, whatever the server's default has become. */
    @Override
    public boolean expresses(FaultCase fault) {
        return fault.phase() != Phase.P7_FLUSH
                && fault.phase() != Phase.P11_RELEASE
                && !fault.fault().name().equals("READ_ONLY");
    }

    /** A client that finds the transaction's connection in the Context. */
    record SpringHandle(DatabaseClient client) implements Handle {

        @Override
        public Mono<Long> execute(String text) {
            return client.sql(text).fetch().rowsUpdated();
        }

        @Override
        public Mono<Integer> pid() {
            return client.sql("select pg_backend_pid() as r")
                    .map((row, metadata) -> row.get("r", Integer.class))
                    .one();
        }

        @Override
        public Mono<String> one(String text, UnaryOperator<String> reader) {
            return client.sql(text)
                    .map((row, metadata) -> reader.apply(row.get("r", String.class)))
                    .one();
        }

        @Override
        public Flux<String> rows(String text, UnaryOperator<String> reader) {
            return client.sql(text)
                    .map((row, metadata) -> reader.apply(row.get("r", String.class)))
                    .all();
        }

        @Override
        public Mono<Void> bound(String query, int a) {
            return client.sql(query).bind("a", a).fetch().all().then();
        }

        @Override
        public Mono<Void> beforeCommit(Mono<Void> hook) {
            return registered(new TransactionSynchronization() {
                @Override
                public Mono<Void> beforeCommit(boolean readOnly) {
                    return hook;
                }
            });
        }

        @Override
        public Mono<Void> afterCommit(Mono<Void> hook) {
            return registered(new TransactionSynchronization() {
                @Override
                public Mono<Void> afterCommit() {
                    return hook;
                }
            });
        }

        private static Mono<Void> registered(TransactionSynchronization synchronization) {
            return TransactionSynchronizationManager.forCurrentTransaction()
                    .doOnNext(manager -> manager.registerSynchronization(synchronization))
                    .then();
        }
    }
}
