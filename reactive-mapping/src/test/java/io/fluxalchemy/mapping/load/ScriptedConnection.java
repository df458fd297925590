package io.fluxalchemy.mapping.load;

import io.fluxalchemy.dialect.AnsiDialect;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.BatchResult;
import io.fluxalchemy.engine.Page;
import io.fluxalchemy.schema.SchemaMap;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Lookup;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.SqlRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection that answers each query with the next of some prepared results, and remembers the queries. */
final class ScriptedConnection implements AsyncConnection {

    private final Deque<List<Object[]>> answers;
    private final List<Select<?>> queries;
    private final Object attachment;

    ScriptedConnection() {
        this(new ArrayDeque<>(), new ArrayList<>(), null);
    }

    private ScriptedConnection(Deque<List<Object[]>> answers, List<Select<?>> queries, Object attachment) {
        this.answers = answers;
        this.queries = queries;
        this.attachment = attachment;
    }

    ScriptedConnection answer(Object[]... rows) {
        answers.add(List.of(rows));
        return this;
    }

    List<Select<?>> queries() {
        return queries;
    }

    @Override
    public <R> Mono<List<R>> all(Query<R> query) {
        return Mono.fromSupplier(() -> {
            queries.add((Select<?>) (query instanceof Lookup.Run<?> run ? run.query() : query));
            List<R> read = new ArrayList<>();
            for (Object[] row : answers.remove()) {
                if (row.length != query.selection().items().size()) {
                    throw new AssertionError("the script has " + row.length + " columns for "
                            + query.selection().items().size());
                }
                read.add(query.selection().reader().read(new Row(row, attachment), 0));
            }
            return read;
        });
    }

    @Override
    public AsyncConnection attach(Object other) {
        return new ScriptedConnection(answers, queries, other);
    }

    @Override
    public AsyncConnection in(SchemaMap schemas) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Mono<T> exclusively(Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return Mono.defer(() -> work.apply(this));
    }

    @Override
    public <R> Flux<List<R>> windows(Query<R> query, int size) {
        return Flux.range(0, answers.size() + 1)
                .takeWhile(i -> !answers.isEmpty())
                .concatMap(i -> all(query), 0);
    }

    @Override
    public Dialect dialect() {
        return new AnsiDialect();
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
        throw new AssertionError();
    }

    @Override
    public <R> Mono<R> one(Query<R> query) {
        throw new AssertionError();
    }

    @Override
    public <R> Mono<R> oneOrEmpty(Query<R> query) {
        throw new AssertionError();
    }

    @Override
    public <R> Mono<R> first(Query<R> query) {
        throw new AssertionError();
    }

    @Override
    public <R> Flux<R> stream(Query<R> query) {
        throw new AssertionError();
    }

    @Override
    public Mono<BatchResult> copy(Batch.Insert rows) {
        throw new AssertionError();
    }

    @Override
    public Mono<BatchResult> write(Batch batch) {
        throw new AssertionError();
    }

    @Override
    public Mono<Long> execute(Command command) {
        throw new AssertionError();
    }

    @Override
    public Mono<Long> count(Select<?> query) {
        throw new AssertionError();
    }

    @Override
    public Mono<Boolean> exists(Select<?> query) {
        throw new AssertionError();
    }

    @Override
    public <R> Mono<Page<R>> page(Select<R> query) {
        throw new AssertionError();
    }

    private record Row(Object[] values, Object attachment) implements RowValues {
        @Override
        public Object get(int index) {
            return values[index];
        }

        @Override
        public SqlRow detach(List<? extends Selectable<?>> items, int from) {
            throw new AssertionError();
        }
    }
}
