package io.fluxalchemy.benchmarks.micro;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialects.postgresql.PostgresDialect;
import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.BatchResult;
import io.fluxalchemy.engine.Page;
import io.fluxalchemy.schema.SchemaMap;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.SqlRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection that gives every query the same rows, at once. */
record CannedRows(List<@Nullable Object[]> rows, @Nullable Object attachment) implements AsyncConnection {

    @Override
    public <R> Mono<List<R>> all(Query<R> query) {
        return Mono.fromSupplier(() -> {
            List<R> read = new ArrayList<>(rows.size());
            for (@Nullable Object[] row : rows) {
                R value = query.selection().reader().read(new Values(row, attachment), 0);
                if (value != null) {
                    read.add(value);
                }
            }
            return read;
        });
    }

    @Override
    public AsyncConnection attach(@Nullable Object other) {
        return new CannedRows(rows, other);
    }

    @Override
    public Dialect dialect() {
        return new PostgresDialect();
    }

    @Override
    public boolean inTransaction() {
        return true;
    }

    @Override
    public void beforeCommit(Function<? super AsyncConnection, ? extends Mono<Void>> hook) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void afterCommit(Supplier<? extends Mono<Void>> hook) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Mono<T> nested(Function<? super AsyncConnection, ? extends Mono<T>> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AsyncConnection in(SchemaMap schemas) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Mono<T> exclusively(Function<? super AsyncConnection, ? extends Mono<T>> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> Flux<List<R>> windows(Query<R> query, int size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> Mono<R> one(Query<R> query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> Mono<R> oneOrEmpty(Query<R> query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> Mono<R> first(Query<R> query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> Flux<R> stream(Query<R> query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<BatchResult> copy(Batch.Insert rows) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<BatchResult> write(Batch batch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Long> execute(Command command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Long> count(Select<?> query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Boolean> exists(Select<?> query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> Mono<Page<R>> page(Select<R> query) {
        throw new UnsupportedOperationException();
    }

    private record Values(@Nullable Object[] row, @Nullable Object attachment) implements RowValues {
        @Override
        public @Nullable Object get(int index) {
            return row[index];
        }

        @Override
        public SqlRow detach(List<? extends Selectable<?>> items, int from) {
            throw new UnsupportedOperationException();
        }
    }
}
