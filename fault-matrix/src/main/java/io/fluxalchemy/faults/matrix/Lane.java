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
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the cases of one engine run one after the other: a proxy, a driver, an engine, and a witness that no fault concerns. */
final class Lane implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration TO_CONNECT = Duration.ofSeconds(6);

    private final String application;
    private final FaultProxy proxy;
    private final FaultyDriver driver;
    private final AsyncEngine engine;
    private final Candidate candidate;
    private final @Nullable ConnectionPool peersPool;
    private final AsyncEngine witness;
    private final @Nullable ConfiguredServer server;
    private final AsyncSessionFactory sessions;
    private final QuietCheck quiet;
    /** Of the engine's connections; a peer's are not watched. */
    private final WatchedBuffers buffers = new WatchedBuffers();

    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();

    /** Where the engine runs. */
    Lane(FaultCase fault, Stage stage) {
        String databaseUrl = stage.url(fault);
        boolean overFaultyDriver = fault.fault().overFaultyDriver();
        this.application = application("lane", fault);
        this.witness = stage.witness(fault);
        this.server = stage.server(fault);
        proxy = FaultProxy.before(databaseUrl);
        String url = proxy.through(databaseUrl) + "?applicationName=" + application;
        WatchedLoops loops = new WatchedLoops(buffers);
        driver = FaultyDriver.around(ConnectionFactories.get(ConnectionFactoryOptions.parse(url)
                .mutate()
                .option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, loops)
                .build()));
        var builder = AsyncEngine.builder();
        if (fault.isPatient()) {
            builder.stopTimeout(PATIENCE).cleanupTimeout(PATIENCE);
        }
        engine = (overFaultyDriver
                        ? builder.connectionFactory(driver)
                        : builder.url(url).driverOption(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, loops))
                .maxSize(fault.pool())
                .acquireTimeout(fault.fault().toAcquire())
                .connectTimeout(TO_CONNECT)
                .listener(new EngineListener() {
                    @Override
                    public void onTransaction(TransactionEvent event) {
                        if (event.outcome() != null) {
                            outcomes.add(event.outcome());
                        }
                    }
                })
                .build();
        candidate = new EngineCandidate(engine);
        peersPool = null;
        sessions = AsyncSessionFactory.of(engine, FlushedRow.class);
        QuietCheck check = QuietCheck.of(engine, witness, application).and(buffers::open);
        quiet = overFaultyDriver ? check.with(driver) : check;
        warmUp();
    }

    /** Where a peer runs over a pool with the same bounds; an engine over that pool looks at it, and sets the stage. */
    Lane(FaultCase fault, Stage stage, Function<ConnectionPool, Candidate> peer) {
        String databaseUrl = stage.url(fault);
        this.application = application("peer", fault);
        this.witness = stage.witness(fault);
        this.server = stage.server(fault);
        proxy = FaultProxy.before(databaseUrl);
        ConnectionFactory real =
                ConnectionFactories.get(proxy.through(databaseUrl) + "?applicationName=" + application);
        driver = FaultyDriver.around(real);
        peersPool = new ConnectionPool(
                ConnectionPoolConfiguration.builder(fault.fault().overFaultyDriver() ? driver : real)
                        .initialSize(0)
                        .maxSize(fault.pool())
                        .maxAcquireTime(fault.fault().toAcquire())
                        .maxCreateConnectionTime(TO_CONNECT)
                        .maxValidationTime(Duration.ofSeconds(1))
                        .build());
        engine = AsyncEngine.builder()
                .connectionFactory(peersPool)
                .acquireTimeout(fault.fault().toAcquire())
                .build();
        candidate = peer.apply(peersPool);
        sessions = AsyncSessionFactory.of(engine, FlushedRow.class);
        quiet = QuietCheck.of(engine, witness, application);
        warmUp();
    }

    private static String application(String kind, FaultCase fault) {
        return kind + fault.pool() + "x" + System.nanoTime() % 1_000_000_000;
    }

    /** The first connection of a JVM takes its time; no case is about that. */
    private void warmUp() {
        engine.one(sql("select 1").as(Integer.class)).retry(5).block(PATIENCE);
    }

    Candidate candidate() {
        return candidate;
    }

    /** Whether what runs here is not the engine: it is judged by what it told its caller, what is stored and what it left. */
    boolean isPeer() {
        return peersPool != null;
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

    /** The server whose configuration the case may change. */
    ConfiguredServer server() {
        return Objects.requireNonNull(server, "the case is not said to change the server");
    }

    /** Waits until the one connection that is idle has heard of a setting. */
    void awaitSetting(String name, String value) {
        CaseRun.until(() -> value.equals(
                engine.one(sql("select current_setting('" + name + "')").as(String.class))
                        .block(PATIENCE)));
    }

    AsyncSessionFactory sessions() {
        return sessions;
    }

    WatchedBuffers buffers() {
        return buffers;
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
        if (server != null) {
            server.restore();
        }
        engine.close(Duration.ofSeconds(1)).block(PATIENCE);
        if (peersPool != null) {
            terminateSessions();
            peersPool
                    .disposeLater()
                    .timeout(Duration.ofSeconds(2))
                    .onErrorComplete()
                    .block(PATIENCE);
        }
        proxy.close();
    }

    void heal() {
        proxy.heal();
        driver.behave();
    }
}
