package io.fluxalchemy.faults.matrix;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.mapping.session.AsyncSession;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The transaction of a case: stores a row, waits where nothing travels, runs a statement, reads rows, flushes a unit of work,
 * fails; which of these depends on the phase the case is about.
 */
final class Work {

    private static final int ROWS = 2_500;

    private final CaseRun run;
    private String p5 = "select 1";
    private String first = "select 1";
    private boolean slowCommit;
    private Mono<Void> hook = Mono.empty();
    private UnaryOperator<String> reading = text -> text;
    private UnaryOperator<String> afterReading = text -> text;
    private Function<Handle, Mono<?>> statement = c -> c.execute(marked());
    private Throwable failure;
    private Mono<Void> beforeCommit;
    private boolean returnsNull;
    private RuntimeException throwsAtOnce;
    private volatile int pid;

    Work(CaseRun run) {
        this.run = run;
    }

    Flux<?> flux() {
        TransactionOptions options = run.fault().fault().options();
        boolean one = run.fault().shape() == Shape.MONO;
        if (run.fault().phase() == Phase.P7_FLUSH) {
            var sessions = run.lane().sessions();
            return one
                    ? sessions.transaction(options, this::unitOfWork).flux()
                    : sessions.transactionMany(
                            options, s -> unitOfWork(s).repeat(0).concatWithValues(2L, 3L));
        }
        Candidate candidate = run.lane().candidate();
        return one
                ? candidate.transaction(options, this::body).flux()
                : candidate.transactionMany(options, c -> {
                    Mono<Long> body = body(c);
                    return body == null ? null : body.concatWith(Flux.just(2L, 3L));
                });
    }

    /** Counts one if everything the transaction wrote is stored, none if nothing is; anything else is half a transaction. */
    String countOfRows() {
        String entries = "(select count(*) from entry where id = " + run.id() + ")";
        return run.fault().phase() == Phase.P7_FLUSH
                ? "select case when " + entries + " = (select count(*) from flushed_row where id = " + run.id()
                        + ") then " + entries + " else 99 end"
                : "select " + entries;
    }

    /** The connection a pool of one will lend next. */
    void knowTheConnection() {
        Integer known = run.lane()
                .engine()
                .one(sql("select pg_backend_pid()").as(Integer.class))
                .block(Lane.PATIENCE);
        pid = known == null ? 0 : known;
    }

    int pid() {
        return pid;
    }

    boolean fails() {
        return failure != null;
    }

    /** The statement of phase 5; it is marked by a comment. */
    void p5(String text) {
        p5 = text;
    }

    /** Instead of the statement of phase 5. */
    void statement(Function<Handle, Mono<?>> instead) {
        statement = instead;
    }

    /** The first statement after BEGIN. */
    void first(String text) {
        first = text;
    }

    void commitSlowly() {
        slowCommit = true;
    }

    /** What happens in the body where nothing travels, or between two rows. */
    void hook(Mono<Void> then) {
        hook = then;
    }

    /** What runs in the transaction before its commit. */
    void beforeCommit(Mono<Void> then) {
        beforeCommit = then;
    }

    /** How each row of phase 6, and the one of phase 5, becomes a value. */
    void reading(UnaryOperator<String> mapper) {
        reading = mapper;
    }

    void afterReading(UnaryOperator<String> mapper) {
        afterReading = mapper;
    }

    void failAtTheEnd(Throwable error) {
        failure = error;
    }

    void returnNull() {
        returnsNull = true;
    }

    void throwAtOnce(RuntimeException error) {
        throwsAtOnce = error;
    }

    String marked() {
        return p5 + " /*P5*/ /* " + run.id() + " */";
    }

    private Mono<Long> body(Handle c) {
        if (throwsAtOnce != null) {
            throw throwsAtOnce;
        }
        if (returnsNull) {
            return null;
        }
        Phase phase = run.fault().phase();
        Mono<Void> hooks = phase == Phase.P9_AFTER_COMMIT ? c.afterCommit(hook) : Mono.empty();
        return hooks.then(beforeCommit == null ? Mono.empty() : c.beforeCommit(beforeCommit))
                .then(begun(c))
                .then(phase == Phase.P4_IDLE ? hook : Mono.empty())
                .then(Mono.defer(() -> statement.apply(c)).then())
                .then(phase == Phase.P6_ROWS ? rows(c) : Mono.empty())
                .then(failure == null ? Mono.just(1L) : Mono.error(failure));
    }

    private Mono<Long> unitOfWork(AsyncSession s) {
        return begun(new EngineCandidate.EngineHandle(s)).then(Mono.fromSupplier(() -> {
            s.add(new FlushedRow(run.id()));
            return 1L;
        }));
    }

    private Mono<Void> begun(Handle c) {
        Mono<Long> slow =
                slowCommit ? c.execute("insert into slow_entry (id) values (" + run.id() + ")") : Mono.empty();
        return c.execute(first)
                .then(c.pid())
                .doOnNext(p -> pid = p)
                .then(c.execute("insert into entry (id) values (" + run.id() + ")"))
                .then(slow)
                .then();
    }

    private Mono<Void> rows(Handle c) {
        return c.rows(
                        "select 'row ' || i || ' of " + run.id() + "' as r from generate_series(1, " + ROWS + ") i",
                        reading)
                .map(afterReading)
                .concatMap(row -> row.startsWith("row 250 ") ? hook.thenReturn(row) : Mono.just(row))
                .then();
    }

    /** Reads one row in phase 5 and makes a value of it. */
    Mono<String> reading(Handle c) {
        return c.one("select 'row 250 of' as r /*P5*/ /* " + run.id() + " */", reading)
                .map(afterReading);
    }
}
