package io.fluxalchemy.faults.matrix;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.engine.TransactionOptions;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** What the server does to a transaction, by itself or because somebody told it to. */
enum ServerSide implements Fault {
    SESSION_TERMINATED(run -> {
        run.slowly();
        run.commitSlowly();
        run.atTheMoment(() -> run.toTheSession("pg_terminate_backend"));
    }),
    STATEMENT_CANCELLED(run -> {
        run.slowly();
        run.commitSlowly();
        run.atTheMoment(() -> run.toTheSession("pg_cancel_backend"));
    }),
    IDLE_SESSIONS_TERMINATED(run -> {
        run.lane().terminateSessions();
        run.lane().awaitNewsOfSessions();
    }),
    STATEMENT_TIMEOUT(run -> {
        run.work().first("set local statement_timeout = 60");
        run.slowly();
    }),
    LOCK_TIMEOUT(run -> {
        run.fromOutside("insert into entry (id) values (-" + run.id() + ")");
        run.holdLock("select 1 from entry where id = -" + run.id() + " for update");
        run.work().first("set local lock_timeout = 60");
        run.work().p5("update entry set n = 2 where id = -" + run.id());
    }),
    DEADLOCK(run -> {
        String mine = "update entry set n = 2 where id = -" + run.id();
        String theirs = "update entry set n = 2 where id = " + (1_000_000_000 + run.id());
        run.fromOutside("insert into entry (id) values (-" + run.id() + "), (" + (1_000_000_000 + run.id()) + ")");
        Sinks.Empty<Void> locked =
                run.holdLock(theirs, "set local deadlock_timeout = '20s'", mine + " /* deadlock " + run.id() + " */");
        run.work().first("set local deadlock_timeout = '30ms'");
        run.work()
                .statement(c -> c.execute(mine)
                        .doOnSuccess(n -> locked.tryEmitEmpty())
                        .then(Mono.<Void>fromRunnable(() -> CaseRun.until(() -> run.isBlocked("deadlock " + run.id())))
                                .subscribeOn(Schedulers.boundedElastic()))
                        .then(c.execute(theirs)));
    }),
    WRITE_SKEW(run -> {
        run.fromOutside("insert into entry (id) values (-" + run.id() + "), (" + (1_000_000_000 + run.id()) + ")");
        String both = "select sum(n) from entry where id in (-" + run.id() + ", " + (1_000_000_000 + run.id()) + ")";
        run.work()
                .statement(c -> c.execute(both)
                        .then(run.lane()
                                .witness()
                                .transaction(
                                        TransactionOptions.serializable(),
                                        other -> other.execute(sql(both))
                                                .then(other.execute(
                                                        sql("update entry set n = 2 where id = -" + run.id())))))
                        .then(c.execute("update entry set n = 2 where id = " + (1_000_000_000 + run.id()))));
    }),
    UNIQUE_VIOLATION(run -> run.work().p5("insert into entry (id) values (" + run.id() + ")")),
    SWALLOWED_ERROR(run -> run.work()
            .statement(c -> c.execute("insert into entry (id) values (" + run.id() + ")")
                    .onErrorComplete())),
    DEFERRED_VIOLATION(run -> run.work().p5("insert into deferred_entry (id) values (1)")),
    WRITE_IN_READ_ONLY(run -> run.work()
            .statement(c -> c.execute("set transaction read only")
                    .then(c.execute("insert into entry (id) values (-" + run.id() + ")")))),
    SYNTAX_ERROR(run -> run.work().p5("selec")),
    DIVISION_BY_ZERO(run -> run.work().p5("select 1 / (n - n) from entry")),
    TABLE_CHANGED_BETWEEN_TWO_RUNS(run -> {
        String table = "changing_" + run.id();
        run.fromOutside("create table " + table + " (a int, b int)");
        String query = "select * from " + table + " where a > :a";
        run.work()
                .statement(c -> c.bound(query, 1)
                        .then(run.lane().witness().execute(sql("select 1")))
                        .then(c.bound(query, 1)));
        for (int i = 0; i < run.fault().pool(); i++) {
            run.lane().engine().all(sql(query).bind("a", 1).rows()).block(Lane.PATIENCE);
        }
        run.fromOutside("alter table " + table + " alter column b type text");
    });

    private final Consumer<CaseRun> arm;

    ServerSide(Consumer<CaseRun> arm) {
        this.arm = arm;
    }

    @Override
    public void arm(CaseRun run) {
        arm.accept(run);
    }

    /** The news of an ended session travels. */
    @Override
    public void after(CaseRun run) {
        if (this == SESSION_TERMINATED) {
            run.lane().awaitNewsOfSessions();
        }
    }

    @Override
    public TransactionOptions options() {
        return this == WRITE_SKEW
                ? TransactionOptions.defaults().isolation(Isolation.SERIALIZABLE)
                : TransactionOptions.defaults();
    }
}
