package io.fluxalchemy.faults.matrix;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.testkit.faults.Injury;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** One run of one case: the stage, the transaction, the fault in it, and what must hold afterwards. */
final class CaseRun {

    private static final AtomicInteger IDS = new AtomicInteger();
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(20);
    /** Long beside any clean-up, and short beside the 30 s for which an abandoned statement runs on. */
    private static final Duration PEER_QUIET_WITHIN = Duration.ofSeconds(5);

    private final FaultCase fault;
    private final Lane lane;
    private final Random random;
    private final Work work;
    private final int id = IDS.incrementAndGet();
    private final Sinks.Empty<Void> moment = Sinks.empty();
    private final List<Sinks.Empty<Void>> holders = new ArrayList<>();
    private final List<Disposable> others = new ArrayList<>();

    CaseRun(FaultCase fault, Lane lane, long seed) {
        this.fault = fault;
        this.lane = lane;
        this.random = new Random(seed ^ fault.id().hashCode());
        this.work = new Work(this);
    }

    /** False where the deadline of the case came before its fault, on a machine with other work: then it says nothing. */
    boolean run() throws InterruptedException {
        if (fault.phase() == Phase.P3_BEGIN && fault.pool() == 1) {
            work.knowTheConnection();
        }
        lane.outcomes().clear();
        long struck = struck();
        fault.fault().arm(this);
        if (fault.phase() == Phase.P10_ROLLBACK && !work.fails()) {
            work.failAtTheEnd(new BodyFailure());
        }
        List<Object> values = new ArrayList<>();
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Disposable caller = fault.fault()
                .around(CallersHands.of(work.flux()), moment.asMono())
                .doOnNext(values::add)
                .subscribe(v -> {}, ended::complete, () -> ended.complete(null));
        Throwable error = null;
        boolean hangs = false;
        try {
            error = ended.get(lane.isPeer() ? 30 : 60, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            hangs = true;
            caller.dispose();
        }
        fault.fault().after(this);
        holders.forEach(Sinks.Empty::tryEmitEmpty);
        lane.heal();
        assertThat(hangs).as("the caller waits for ever").isFalse();
        try {
            lane.quiet().verify(lane.isPeer() ? PEER_QUIET_WITHIN : QUIET_WITHIN);
        } catch (RuntimeException e) {
            throw new AssertionError("a fresh query gets no answer: " + e.getMessage(), e);
        }
        others.forEach(Disposable::dispose);
        if (fault.fault().options().timeout() != null && struck() == struck) {
            return false;
        }
        if (lane.isPeer()) {
            judgePeer(error);
        } else {
            judge(error, values);
        }
        return true;
    }

    /** A peer has no types for outcomes: it fails if it told of a success that was none, of a failure where there is none to be, or stored what it must not. */
    private void judgePeer(Throwable error) {
        Expected expected = fault.expected();
        boolean left = expected.errors().isEmpty();
        if (!left && error == null) {
            assertThat(expected.errors()).as("told a success").containsNull();
        } else if (!left) {
            assertThat(expected.errors().stream().anyMatch(type -> type != null))
                    .as("told an error: %s", describe(error))
                    .isTrue();
        }
        long stored = lane.witnessed(work.countOfRows());
        if (expected.rows() == Expected.Rows.NONE) {
            assertThat(stored).as("stored what must not be").isZero();
        } else if (!left && (error == null || expected.rows() == Expected.Rows.STORED)) {
            assertThat(stored).as("lost what must be stored").isOne();
        }
    }

    private long struck() {
        return lane.proxy().injuries() + lane.driver().misbehaved();
    }

    private void judge(Throwable error, List<Object> values) {
        Expected expected = fault.expected();
        SoftAssertions softly = new SoftAssertions();
        List<Outcome> outcomes = List.copyOf(lane.outcomes());
        softly.assertThat(outcomes.size()).as("outcomes reported: %s", outcomes).isLessThanOrEqualTo(1);
        Outcome outcome = outcomes.isEmpty() ? null : outcomes.get(0);
        softly.assertThat(expected.outcomes())
                .as("outcomes allowed, as one was reported: %s (the caller was told %s)", outcome, describe(error))
                .contains(outcome);
        if (!expected.errors().isEmpty()) {
            boolean allowed =
                    expected.errors().stream().anyMatch(type -> type == null ? error == null : type.isInstance(error));
            if (!allowed) {
                softly.fail("the caller was told %s, not one of %s", describe(error), expected.errors());
            }
            if (error == null) {
                softly.assertThat(outcomes).as("outcome of a success").containsExactly(Outcome.COMMITTED);
                softly.assertThat(values).as("values of a success").isNotEmpty();
            } else {
                softly.assertThat(values).as("values before the error").isEmpty();
            }
        }
        long stored = lane.witnessed(work.countOfRows());
        switch (expected.rows()) {
            case STORED -> softly.assertThat(stored).as("rows stored").isEqualTo(1);
            case NONE -> softly.assertThat(stored).as("rows stored").isZero();
            case AS_OUTCOME -> {
                if (outcome != Outcome.UNKNOWN) {
                    softly.assertThat(stored)
                            .as("rows stored after %s", outcome)
                            .isEqualTo(outcome == Outcome.COMMITTED ? 1 : 0);
                }
            }
        }
        int pid = work.pid();
        if (pid != 0 && expected.connection() != Expected.Fate.ANY) {
            boolean kept = expected.connection() == Expected.Fate.REUSED;
            softly.assertThat(hasSession(pid, kept))
                    .as("the connection is kept")
                    .isEqualTo(kept);
        }
        softly.assertAll();
    }

    /** A session whose client has gone is there until the server has heard of it. */
    private boolean hasSession(int pid, boolean expected) {
        long deadline = System.nanoTime() + QUIET_WITHIN.toNanos();
        while (lane.hasSession(pid) != expected && !expected && System.nanoTime() < deadline) {
            sleep(2);
        }
        return lane.hasSession(pid);
    }

    private static String describe(Throwable error) {
        return error == null
                ? "of a success"
                : error + (error.getCause() == null ? "" : " caused by " + error.getCause());
    }

    FaultCase fault() {
        return fault;
    }

    Lane lane() {
        return lane;
    }

    Work work() {
        return work;
    }

    Random random() {
        return random;
    }

    int id() {
        return id;
    }

    /** The statement of this case takes long enough to be met while it runs. */
    void slowly() {
        if (fault.phase() == Phase.P5_STATEMENT) {
            work.p5("select pg_sleep(30)");
        }
    }

    /** The COMMIT of this case takes long enough to be met while it runs. */
    void commitSlowly() {
        if (fault.phase() == Phase.P8_COMMIT) {
            work.commitSlowly();
        }
    }

    /** What happens when the phase is reached; then whoever waits for the moment is told. */
    void atTheMoment(Runnable action) {
        Runnable now = () -> {
            action.run();
            reachTheMoment();
        };
        switch (fault.phase()) {
            case P1_WAITING -> whenWaiting(now);
            case P2_DELIVERED -> now.run();
            case P4_IDLE, P6_ROWS, P9_AFTER_COMMIT ->
                work.hook(Mono.fromFuture(() -> CompletableFuture.runAsync(now), true));
            default -> lane.proxy().whileWaiting(fault.phase().mark(), now);
        }
    }

    /** The wire is hurt in the phase. */
    void hurt(Injury injury) {
        switch (fault.phase()) {
            case P1_WAITING, P2_DELIVERED -> throw new IllegalStateException("nothing travels in " + fault.phase());
            case P4_IDLE ->
                work.hook(Mono.<Void>fromRunnable(() -> lane.proxy().now(injury))
                        .subscribeOn(Schedulers.boundedElastic()));
            case P6_ROWS -> lane.proxy().whenAnswered(fault.phase().mark(), injury);
            default -> lane.proxy().whenSent(fault.phase().mark(), injury);
        }
    }

    /** Every connection of the pool is lent to somebody else until the case is over. */
    void holdEveryConnection() {
        for (int i = 0; i < fault.pool(); i++) {
            Sinks.Empty<Void> release = Sinks.empty();
            holders.add(release);
            others.add(lane.engine()
                    .read(c -> c.one(sql("select 1").as(Integer.class)).then(release.asMono()))
                    .subscribe(v -> {}, e -> {}));
        }
        until(() -> lane.engine().pool().acquired() == fault.pool());
    }

    void release() {
        holders.forEach(Sinks.Empty::tryEmitEmpty);
    }

    /** A transaction may get as far as its fault while its caller is still subscribing, and would not leave in time. */
    void awaitCaller() {
        until(() -> moment.currentSubscriberCount() > 0);
    }

    /** Whoever waits for the moment is told. */
    void reachTheMoment() {
        moment.tryEmitEmpty();
    }

    /**
     * Another transaction runs texts and holds their locks until the case is over.
     *
     * @param before run at once
     * @param after run when the returned signal comes
     */
    Sinks.Empty<Void> holdLock(String before, String... after) {
        Sinks.Empty<Void> go = Sinks.empty();
        Sinks.Empty<Void> release = Sinks.empty();
        holders.add(release);
        CompletableFuture<Void> held = new CompletableFuture<>();
        others.add(lane.witness()
                .transaction(c -> c.execute(sql(before))
                        .doOnSuccess(n -> held.complete(null))
                        .then(after.length == 0 ? Mono.<Void>empty() : go.asMono())
                        .thenMany(Flux.fromArray(after))
                        .concatMap(text -> c.execute(sql(text)))
                        .then(release.asMono()))
                .subscribe(v -> {}, held::completeExceptionally));
        held.orTimeout(60, TimeUnit.SECONDS).join();
        return go;
    }

    /** Whether a statement with this text waits for a lock. */
    boolean isBlocked(String part) {
        return lane.witnessed("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%"
                        + part + "%' and pid <> pg_backend_pid()")
                > 0;
    }

    /** Runs beside the case until it is over. */
    void beside(Mono<?> other) {
        others.add(other.subscribe(v -> {}, e -> {}));
    }

    /** Something is done to the tables from outside. */
    void fromOutside(String text) {
        lane.witness().execute(sql(text)).block(Lane.PATIENCE);
    }

    /** Asks the server to do something to the session that runs this case, once it runs what it was sent. */
    void toTheSession(String function) {
        if (fault.phase() == Phase.P5_STATEMENT || fault.phase() == Phase.P8_COMMIT) {
            until(() -> lane.witnessed("select count(*) from pg_stat_activity where wait_event = 'PgSleep' and pid = "
                            + work.pid())
                    == 1);
        }
        lane.witnessed("select count(*) from (select " + function + "(" + work.pid() + ")) x");
    }

    static void until(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the stage could not be set");
            }
            sleep(2);
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void whenWaiting(Runnable now) {
        others.add(Schedulers.boundedElastic().schedule(() -> {
            until(() -> lane.engine().pool().pending() > 0);
            now.run();
        }));
    }

    /** What the body of a case fails with. */
    static final class BodyFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BodyFailure() {
            super("the body failed", null, true, false);
        }
    }
}
