package io.fluxalchemy.faults.matrix;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.engine.TransactionOptions;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The engine. */
record EngineCandidate(AsyncEngine engine) implements Candidate {

    @Override
    public Mono<Long> transaction(TransactionOptions options, Function<Handle, Mono<Long>> body) {
        return engine.transaction(options, c -> body.apply(new EngineHandle(c)));
    }

    @Override
    public Flux<Long> transactionMany(TransactionOptions options, Function<Handle, Flux<Long>> body) {
        return engine.transactionMany(options, c -> body.apply(new EngineHandle(c)));
    }

    @Override
    public boolean expresses(FaultCase fault) {
        return true;
    }

    /** A connection of the engine, or a session. */
    record EngineHandle(SqlExecutor c) implements Handle {

        @Override
        public Mono<Long> execute(String text) {
            return c.execute(sql(text));
        }

        @Override
        public Mono<Integer> pid() {
            return c.one(sql("select pg_backend_pid()").as(Integer.class));
        }

        @Override
        public Mono<String> one(String text, UnaryOperator<String> reader) {
            return c.one(sql(text).map(row -> reader.apply(row.get("r", String.class))));
        }

        @Override
        public Flux<String> rows(String text, UnaryOperator<String> reader) {
            return c.stream(sql(text).map(row -> reader.apply(row.get("r", String.class))));
        }

        @Override
        public Mono<Void> bound(String query, int a) {
            return c.all(sql(query).bind("a", a).rows()).then();
        }

        @Override
        public Mono<Void> beforeCommit(Mono<Void> hook) {
            return Mono.fromRunnable(() -> ((AsyncConnection) c).beforeCommit(own -> hook));
        }

        @Override
        public Mono<Void> afterCommit(Mono<Void> hook) {
            return Mono.fromRunnable(() -> ((AsyncConnection) c).afterCommit(() -> hook));
        }
    }
}
