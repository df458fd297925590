package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.BatchChunk;
import io.fluxalchemy.compiler.BatchForm;
import io.fluxalchemy.compiler.BoundSql;
import io.fluxalchemy.compiler.CompiledSql.Effect;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.engine.turn.InTurn;
import io.fluxalchemy.engine.turn.Turn;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.error.NoRowException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.error.TooManyRowsException;
import io.fluxalchemy.error.WriteRefusedException;
import io.fluxalchemy.result.ResultReader;
import io.fluxalchemy.schema.SchemaMap;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.InsertRows;
import io.fluxalchemy.sql.Keyset;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Returning;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.sql.SqlText;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The connection a scope's body works with: every verb is one operation in the turn of this handle. */
final class LentConnection implements AsyncConnection, InTurn {

    /** Rows fetched at once by streams: few enough to stop soon, enough to cost no time. */
    private static final int FETCH_SIZE = 1_000;

    private final TransactionScope scope;
    private final Turn turn;
    private final @Nullable Object attachment;
    private final boolean readOnly;
    private final TransactionHooks hooks;
    private final SchemaMap schemas;

    LentConnection(
            TransactionScope scope,
            Turn turn,
            @Nullable Object attachment,
            boolean readOnly,
            TransactionHooks hooks,
            SchemaMap schemas) {
        this.scope = scope;
        this.turn = turn;
        this.attachment = attachment;
        this.readOnly = readOnly;
        this.hooks = hooks;
        this.schemas = schemas;
    }

    TransactionScope scope() {
        return scope;
    }

    @Override
    public Turn turn() {
        return turn;
    }

    EngineCore core() {
        return scope.core();
    }

    /** The same connection in the turn lent to a compound's body. */
    LentConnection in(Turn child, TransactionHooks own) {
        return new LentConnection(scope, child, attachment, readOnly, own, schemas);
    }

    TransactionHooks hooks() {
        return hooks;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    /** The same connection for a joined block that declares itself read-only. */
    LentConnection readOnly(boolean alsoReadOnly) {
        return alsoReadOnly && !readOnly ? new LentConnection(scope, turn, attachment, true, hooks, schemas) : this;
    }

    @Override
    public AsyncConnection attach(@Nullable Object newAttachment) {
        return new LentConnection(scope, turn, newAttachment, readOnly, hooks, schemas);
    }

    @Override
    public SchemaMap schemas() {
        return schemas;
    }

    @Override
    public LentConnection in(SchemaMap more) {
        SchemaMap all = schemas.with(more);
        return all.equals(schemas) ? this : new LentConnection(scope, turn, attachment, readOnly, hooks, all);
    }

    @Override
    public Dialect dialect() {
        return core().dialect();
    }

    @Override
    public boolean inTransaction() {
        return scope.isTransaction();
    }

    @Override
    public <R> Mono<List<R>> all(Query<R> query) {
        return Limits.guarded(query, Limits.most(query, core().maxRows()), guarded -> list(guarded, Integer.MAX_VALUE));
    }

    @Override
    public <R> Mono<R> one(Query<R> query) {
        return list(query, 2).flatMap(rows -> {
            if (rows.isEmpty()) {
                return Mono.error(new NoRowException("one(…) found no row: use oneOrEmpty(…) where none is allowed"));
            }
            return single(rows, "one");
        });
    }

    @Override
    public <R> Mono<R> oneOrEmpty(Query<R> query) {
        return list(query, 2).flatMap(rows -> rows.isEmpty() ? Mono.empty() : single(rows, "oneOrEmpty"));
    }

    @Override
    public <R> Mono<R> first(Query<R> query) {
        Query<R> limited = query instanceof Select<R> select ? Limits.atMost(select, 1) : query;
        return list(limited, 1).flatMap(rows -> rows.isEmpty() ? Mono.empty() : Mono.justOrEmpty(rows.get(0)));
    }

    @Override
    public <R> Flux<R> stream(Query<R> query) {
        return Flux.defer(() -> {
                    BoundSql bound = prepare(query);
                    Integer said = query.reading().fetchSize();
                    Flux<Object> rows = scope.runner().rows(bound, readers(query), said == null ? FETCH_SIZE : said);
                    // the PostgreSQL driver loses count of a statement without values that it cancels, and never ends
                    // it
                    Mono<Void> first = scope.runner().beforeRows(bound);
                    return bound.parameters().isEmpty() ? turn.streamToItsEnd(first, rows) : turn.stream(first, rows);
                })
                .handle((row, sink) -> {
                    if (row instanceof RowFailure failure) {
                        sink.error(failure.error());
                    } else {
                        @SuppressWarnings("unchecked") // the query's own reader made it
                        R value = (R) row;
                        sink.next(value);
                    }
                });
    }

    @Override
    public Mono<Long> execute(Command command) {
        if (command instanceof InsertRows<?> rows) {
            return Mono.defer(() -> write(rows.batch())).map(BatchResult::affected);
        }
        return Mono.defer(() -> {
            BoundSql bound = here(core().compiler().prepare(command.tree()));
            if (readOnly) {
                return Mono.error(refusal());
            }
            return turn.one(scope.runner().count(bound));
        });
    }

    @Override
    public Mono<Long> count(Select<?> query) {
        return Mono.defer(() -> {
            BoundSql bound = here(core().compiler().prepare(Counting.of(query.tree())));
            return turn.one(scope.runner()
                            .list(bound, () -> ResultReader.of(Counting.SELECTION, core().adapter(), null), 1))
                    .flatMap(rows -> Mono.justOrEmpty(rows.get(0)));
        });
    }

    @Override
    public Mono<Boolean> exists(Select<?> query) {
        Selection<?> items = query.selection();
        Selection<Boolean> found = new Selection<>(items.items(), (row, from) -> Boolean.TRUE, List.of());
        return Mono.defer(() -> {
                    BoundSql bound =
                            here(core().compiler().prepare(query.limit(1).tree()));
                    return turn.one(
                            scope.runner().list(bound, () -> ResultReader.of(found, core().adapter(), null), 1));
                })
                .map(rows -> !rows.isEmpty());
    }

    @Override
    public <R> Mono<Page<R>> page(Select<R> query) {
        return Mono.defer(() -> {
            Keyset<R> keyset = Keyset.of(query);
            return all(keyset.query()).map(rows -> Pages.of(keyset, rows));
        });
    }

    @Override
    public <T> Mono<T> nested(Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return Mono.defer(() -> {
            if (!inTransaction()) {
                return Mono.error(new IllegalStateException(
                        "nested(…) needs a transaction: this connection is in autocommit; use transaction(…) outside"));
            }
            return turn.compound(new SavepointBody<>(this, work));
        });
    }

    @Override
    public <T> Mono<T> exclusively(Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return turn.compound(new ExclusiveBody<>(this, work));
    }

    @Override
    public void beforeCommit(Function<? super AsyncConnection, ? extends Mono<Void>> hook) {
        requireTransaction("beforeCommit");
        hooks.beforeCommit(hook);
    }

    @Override
    public void afterCommit(Supplier<? extends Mono<Void>> hook) {
        requireTransaction("afterCommit");
        hooks.afterCommit(hook);
    }

    private void requireTransaction(String verb) {
        if (!inTransaction()) {
            throw new IllegalStateException(
                    verb + "(…) needs a transaction: this connection is in autocommit and commits"
                            + " each statement by itself; use transaction(…) outside");
        }
    }

    @Override
    public Mono<BatchResult> write(Batch batch) {
        return Mono.defer(() -> {
            if (readOnly) {
                return Mono.error(refusal());
            }
            BatchRun run = new BatchRun(batch, core().adapter());
            return write(batch, BatchForm.GATHERED, chunk -> run.run(chunk, scope.runner()))
                    .then(Mono.fromSupplier(run::result));
        });
    }

    /** Runs the statements of a batch one after the other. */
    private Mono<Void> write(Batch batch, BatchForm form, Function<BatchChunk, Mono<Void>> run) {
        String question = core().batchTables().question(core().dialect(), batch, schemas);
        return question == null
                ? writeAsked(batch, form, run)
                : exclusively(own -> ((LentConnection) own)
                        .turn
                        .one(scope.runner().text(question))
                        .hasElement()
                        .doOnNext(isPlain -> core().batchTables().answered(batch, schemas, isPlain))
                        .then(Mono.defer(() -> ((LentConnection) own).writeAsked(batch, form, run))));
    }

    private Mono<Void> writeAsked(Batch batch, BatchForm wanted, Function<BatchChunk, Mono<Void>> run) {
        BatchForm form = core().batchTables().isPlain(batch, schemas) ? BatchForm.PLAIN : wanted;
        List<BatchChunk> chunks = here(core().compiler().prepare(batch, form));
        Mono<Void> written = chunks.size() == 1
                ? turn.one(run.apply(chunks.get(0)))
                : exclusively(own -> Flux.fromIterable(chunks)
                        .concatMap(chunk -> ((LentConnection) own).turn.one(run.apply(chunk)))
                        .then());
        // several statements are all or nothing only in a transaction
        if (chunks.size() > 1) {
            scope.wantTransaction(null);
        }
        return written.doOnError(e -> {
            if (e instanceof DatabaseException refused && refused.kind() == ErrorKind.UNSUPPORTED) {
                core().batchTables().refused(batch, schemas);
            }
        });
    }

    @Override
    public Mono<BatchResult> copy(Batch.Insert rows) {
        return Mono.defer(() -> {
            if (readOnly) {
                return Mono.error(refusal());
            }
            CopyRun run = new CopyRun(rows, core(), schemas);
            return exclusively(own -> {
                Turn inner = ((LentConnection) own).turn;
                return inner.one(run.draw(scope.runner())).then(inner.one(Mono.defer(() -> run.copy(scope.runner()))));
            });
        });
    }

    /** As many statements as the rows need; the values in the order of the rows. */
    private <R> Mono<List<R>> inserted(Query<R> query, Batch.Insert batch, int most) {
        if (readOnly) {
            return Mono.error(refusal());
        }
        ReturningRun<R> run = new ReturningRun<>(batch, query.selection(), core().adapter(), attachment);
        return write(batch, BatchForm.ROWS, chunk -> run.run(chunk, scope.runner()))
                .then(Mono.fromSupplier(() -> {
                    List<R> rows = run.rows();
                    return rows.size() > most ? rows.subList(0, most) : rows;
                }));
    }

    @Override
    public <R> Flux<List<R>> windows(Query<R> query, int size) {
        return new Windows<>(this, query, size).read();
    }

    /** The body of a whole transaction: what is to run before the commit follows it, in the same Context. */
    <T> Mono<T> runToCommit(Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return run(connection -> Bodies.<AsyncConnection, Mono<T>>call(work, connection)
                .flatMap(value -> hooks.isEmptyBefore()
                        ? Mono.just(value)
                        : hooks.runBeforeCommit(this).thenReturn(value))
                .switchIfEmpty(Mono.defer(() -> hooks.runBeforeCommit(this).then(Mono.empty()))));
    }

    /** A body of the user's, with this connection in its Context. */
    <T> Mono<T> run(Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return Mono.<T>defer(() -> Bodies.call(work, this)).contextWrite(c -> c.put(core(), this));
    }

    private BoundSql here(BoundSql bound) {
        return bound.in(schemas, dialect().identifiers());
    }

    private List<BatchChunk> here(List<BatchChunk> chunks) {
        return schemas.isNone()
                ? chunks
                : chunks.stream()
                        .map(each -> new BatchChunk(here(each.sql()), each.firstRow(), each.rowCount(), each.shape()))
                        .toList();
    }

    BoundSql prepare(Query<?> query) {
        if (!query.options().isEmpty()) {
            throw new StatementException("the query has load options (" + query.options()
                    + "), which a session carries out: run it with an AsyncSession, or leave them out");
        }
        BoundSql bound = here(core().compiler().prepare(query));
        if (readOnly && bound.compiled().effect() == Effect.WRITE) {
            throw refusal();
        }
        return bound;
    }

    <R> Supplier<ResultReader<R>> readers(Query<R> query) {
        return query instanceof SqlText.Typed<R>
                ? () -> ResultReader.ofText(query.selection(), core().adapter(), attachment)
                : () -> ResultReader.of(query.selection(), core().adapter(), attachment);
    }

    private <R> Mono<List<R>> list(Query<R> query, int most) {
        return Mono.defer(() -> {
            Batch.Insert batch = query instanceof Returning<R> returning ? returning.batch() : null;
            return batch == null || !query.options().isEmpty()
                    ? turn.one(scope.runner().list(prepare(query), readers(query), most))
                    : inserted(query, batch, most);
        });
    }

    private static <R> Mono<R> single(List<R> rows, String verb) {
        return rows.size() > 1
                ? Mono.error(new TooManyRowsException(
                        verb + "(…) found more than one row: narrow the query, or use first(…) or all(…)"))
                : Mono.justOrEmpty(rows.get(0));
    }

    private static WriteRefusedException refusal() {
        return new WriteRefusedException(
                "a write in a scope that is read-only: use transaction(…) without readOnly(), nothing was sent");
    }
}
