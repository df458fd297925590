package io.fluxalchemy.testkit.faults;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.PoolSnapshot;
import io.fluxalchemy.error.ConnectionLostException;
import io.fluxalchemy.sql.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Whether an engine has left nothing behind after a fault: no connection lent, nobody waiting, no session on the server that is in
 * a transaction or busy, no more sessions than the pool says are idle, and a fresh query works, at the latest when the driver has
 * heard which of its idle links are gone. With a {@link FaultyDriver} also: every publisher that was subscribed to has ended.
 *
 * <p>What the server says is read on a second engine from PostgreSQL's {@code pg_stat_activity}, by application name: give the
 * engine under test a URL with {@code ?applicationName=…} of its own. {@link #verify} blocks and belongs into tests.
 */
public final class QuietCheck {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 5;

    private static final String SESSIONS =
            "select coalesce(sum(case when state = 'idle' then 1 else 0 end), 0)::bigint as idle,"
                    + " coalesce(sum(case when state <> 'idle' then 1 else 0 end), 0)::bigint as busy,"
                    + " coalesce(string_agg(case when state <> 'idle' then state || ': ' || query end, '; '), '') as what"
                    + " from pg_stat_activity where application_name = :name";

    private final AsyncEngine engine;
    private final AsyncEngine witness;
    private final String applicationName;
    private final List<Supplier<? extends Collection<String>>> others;

    private QuietCheck(
            AsyncEngine engine,
            AsyncEngine witness,
            String applicationName,
            List<Supplier<? extends Collection<String>>> others) {
        this.engine = engine;
        this.witness = witness;
        this.applicationName = applicationName;
        this.others = others;
    }

    /**
     * A check of one engine.
     *
     * @param engine under test
     * @param witness an engine of another pool on the same server, which no fault concerns
     * @param applicationName of the sessions of the engine under test, and of no others
     * @return nothing is asked before {@link #verify}
     */
    public static QuietCheck of(AsyncEngine engine, AsyncEngine witness, String applicationName) {
        return new QuietCheck(engine, witness, applicationName, List.of());
    }

    /**
     * As {@link #of(AsyncEngine, AsyncEngine, String)}, for an engine over a faulty driver.
     *
     * @param driver whose publishers must have ended
     * @return nothing is asked before {@link #verify}
     */
    public QuietCheck with(FaultyDriver driver) {
        return and(() -> driver.traffic().unsettled().stream()
                .map(name -> "not ended: " + name)
                .toList());
    }

    /**
     * As this one, with something else that must be quiet.
     *
     * @param unrest what is not quiet when it is asked, from any thread; empty when all is
     * @return nothing is asked before {@link #verify}
     */
    public QuietCheck and(Supplier<? extends Collection<String>> unrest) {
        List<Supplier<? extends Collection<String>>> all = new ArrayList<>(others);
        all.add(unrest);
        return new QuietCheck(engine, witness, applicationName, List.copyOf(all));
    }

    /**
     * Waits for clean-up that is under way, then until all is quiet.
     *
     * @param within how long that may take
     * @throws AssertionError that says what is not quiet
     */
    public void verify(Duration within) {
        engine.pendingCleanup().block(SOON);
        long deadline = System.nanoTime() + within.toNanos();
        List<String> unrest = unrest();
        while (!unrest.isEmpty() && System.nanoTime() < deadline) {
            ProxyLink.pause(LOOK_MILLIS);
            unrest = unrest();
        }
        Assertions.assertThat(unrest).as("what is not quiet").isEmpty();
        Assertions.assertThat(fresh(deadline)).as("a fresh query").isEqualTo(42);
        Assertions.assertThat(engine.pool().acquired())
                .as("connections lent after a fresh query")
                .isZero();
    }

    /** A link that broke while it was idle costs a query for as long as the driver has not heard of it. */
    private @Nullable Integer fresh(long deadline) {
        while (true) {
            try {
                return engine.one(Sql.select(Sql.value(42))).block(SOON);
            } catch (ConnectionLostException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                ProxyLink.pause(LOOK_MILLIS);
            }
        }
    }

    /**
     * What is not quiet now. Blocks for one query of the witness.
     *
     * @return empty when all is quiet
     */
    public List<String> unrest() {
        List<String> unrest = new ArrayList<>();
        PoolSnapshot pool = engine.pool();
        if (pool.acquired() != 0 || pool.pending() != 0) {
            unrest.add("the pool: " + pool);
        }
        Sessions sessions = witness.one(
                        Sql.sql(SESSIONS).bind("name", applicationName).as(Sessions.class))
                .block(SOON);
        if (sessions != null && sessions.busy() > 0) {
            unrest.add("sessions not idle: " + sessions.what());
        }
        if (sessions != null && sessions.busy() + sessions.idle() > pool.idle()) {
            unrest.add(sessions.busy() + sessions.idle() + " sessions on the server, and the pool knows of fewer: "
                    + pool);
        }
        others.forEach(other -> unrest.addAll(other.get()));
        return unrest;
    }

    /** What the server knows of an application. */
    record Sessions(long idle, long busy, String what) {}
}
