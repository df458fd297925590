package io.fluxalchemy.faults.matrix;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.EngineListener;
import io.fluxalchemy.engine.TransactionEvent;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.testkit.faults.FaultProxy;
import io.fluxalchemy.testkit.faults.FaultyDriver;
import io.fluxalchemy.testkit.faults.Injury;
import io.fluxalchemy.testkit.faults.QuietCheck;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where the cases of one engine run one after the other: a proxy, a driver, an engine, and a witness that no fault concerns. */
final class Lane implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String application;
    private final FaultProxy proxy;
    private final FaultyDriver driver;
    private final AsyncEngine engine;
    private final AsyncEngine witness;
    private final AsyncSessionFactory sessions;
    private final QuietCheck quiet;
    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();

    Lane(
            String databaseUrl,
            AsyncEngine witness,
            String application,
            boolean overFaultyDriver,
            boolean patient,
            int pool) {
        this.application = application;
        this.witness = witness;
        proxy = FaultProxy.before(databaseUrl);
        String url = proxy.through(databaseUrl) + "?applicationName=" + application;
        driver = FaultyDriver.around(ConnectionFactories.get(url));
        var builder = AsyncEngine.builder();
        if (patient) {
            builder.stopTimeout(PATIENCE).cleanupTimeout(PATIENCE);
        }
        engine = (overFaultyDriver ? builder.connectionFactory(driver) : builder.url(url))
                .maxSize(pool)
                .acquireTimeout(Duration.ofSeconds(4))
                .connectTimeout(Duration.ofSeconds(3))
                .listener(new EngineListener() {
                    @Override
                    public void onTransaction(TransactionEvent event) {
                        if (event.outcome() != null) {
                            outcomes.add(event.outcome());
                        }
                    }
                })
                .build();
        sessions = AsyncSessionFactory.of(engine, FlushedRow.class);
        QuietCheck check = QuietCheck.of(engine, witness, application);
        quiet = overFaultyDriver ? check.with(driver) : check;
    }

    FaultProxy proxy() {
        return proxy;
    }

    FaultyDriver driver() {
        return driver;
    }

    AsyncEngine engine() {
        return engine;
    }

    AsyncEngine witness() {
        return witness;
    }

    AsyncSessionFactory sessions() {
        return sessions;
    }

    QuietCheck quiet() {
        return quiet;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** Whether a session of this lane has this process on the server. */
    boolean hasSession(int pid) {
        return witnessed("select count(*) from pg_stat_activity where pid = " + pid + " and application_name = '"
                        + application + "'")
                == 1;
    }

    /** Ends every link of this lane, and waits until the driver has heard of it. */
    void endLinks() {
        proxy.now(Injury.HALF_CLOSE);
        CaseRun.until(() -> proxy.links() == 0);
    }

    /** Waits until the driver has heard of every session that ended on the server. */
    void awaitNewsOfSessions() {
        CaseRun.until(() -> proxy.links() <= serverSessions());
    }

    private long serverSessions() {
        return witnessed("select count(*) from pg_stat_activity where application_name = '" + application + "'");
    }

    /** Ends every session of this lane on the server. */
    void terminateSessions() {
        witnessed("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '"
                + application + "'");
    }

    /** What a count says on the server. */
    long witnessed(String count) {
        Long n = witness.one(sql(count).as(Long.class)).block(PATIENCE);
        return n == null ? -1 : n;
    }

    @Override
    public void close() {
        heal();
        engine.close(Duration.ofSeconds(1)).block(PATIENCE);
        proxy.close();
    }

    void heal() {
        proxy.heal();
        driver.behave();
    }
}
