package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.driver.DriverSettings;
import io.fluxalchemy.engine.pool.Lender;
import io.fluxalchemy.engine.pool.PoolSettings;
import io.fluxalchemy.engine.turn.TurnLimits;
import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.schema.SchemaMap;
import io.fluxalchemy.sql.tree.TreeTransform;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds an {@link AsyncEngine}. Not thread-safe; building opens no connection. Options of ours in the URL,
 * {@code ?fluxalchemy.maxSize=20}, have the names of the methods here and win over them; unknown ones are refused.
 */
public final class AsyncEngineBuilder {

    private static final Logger LOG = LoggerFactory.getLogger("io.fluxalchemy.Engine");
    private static final int COMPILED_STATEMENTS = 1_024;

    private final List<EngineListener> listeners = new ArrayList<>();
    private final List<TreeTransform> transforms = new ArrayList<>();
    private final List<Consumer<ConnectionFactoryOptions.Builder>> driverOptions = new ArrayList<>();
    private SchemaMap schemas = SchemaMap.NONE;
    private @Nullable Dialect dialect;
    private @Nullable String url;
    private @Nullable ConnectionFactory factory;
    private int maxSize = 10;
    private int independentReserve;
    private Duration acquireTimeout = Duration.ofSeconds(10);
    private Duration stallLimit = Duration.ofSeconds(1);
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration maxIdleTime = Duration.ofMinutes(10);
    private Duration maxLifeTime = Duration.ofMinutes(30);
    private Duration validateAfter = Duration.ofSeconds(5);
    private Duration validationTimeout = Duration.ofSeconds(1);
    private Duration cleanupTimeout = Duration.ofSeconds(5);
    private Duration operationDrain = TurnLimits.DEFAULTS.drain();
    private Duration stopTimeout = TurnLimits.DEFAULTS.stop();
    private Duration idleWarning = Duration.ofSeconds(30);
    private int waitingOperations = TurnLimits.DEFAULTS.waiting();
    private boolean strict;
    private boolean resetAlways;
    private boolean requireScope;
    private boolean trackCommits;
    private int statementCacheSize = 256;
    private boolean echo;
    private int maxRows = Integer.MAX_VALUE;
    private boolean logValues;
    private boolean serverDetail;
    private @Nullable Duration slowQuery;
    private @Nullable Isolation isolation;

    AsyncEngineBuilder() {}

    /** Where the database is: an R2DBC URL. A {@code r2dbc:pool:} URL brings its own pool, as a factory does that is one. */
    public AsyncEngineBuilder url(String r2dbcUrl) {
        url = r2dbcUrl;
        return this;
    }

    /**
     * An option of the driver that a URL has no words for, such as event loops of your own or what customizes TLS. Wins over the
     * URL's. Goes with a {@link #url}; a factory has its options already.
     */
    public <T> AsyncEngineBuilder driverOption(Option<T> option, T value) {
        driverOptions.add(options -> options.option(option, value));
        return this;
    }

    /** A factory instead of a URL. Where it is a pool, no second one is built over it and the pool's options here do not apply. */
    public AsyncEngineBuilder connectionFactory(ConnectionFactory connectionFactory) {
        factory = connectionFactory;
        return this;
    }

    /** The most connections open at once. Default 10. */
    public AsyncEngineBuilder maxSize(int connections) {
        if (connections < 1) {
            throw new ConfigurationException("a pool has at least 1 connection, not " + connections);
        }
        maxSize = connections;
        return this;
    }

    /**
     * How many of {@link #maxSize} are kept apart for transactions begun inside others ({@code requiresNew}). Without them such a
     * transaction gets a connection only where one is to spare, and fails at once with {@code NestedAcquireException} otherwise.
     * Default 0.
     */
    public AsyncEngineBuilder independentReserve(int connections) {
        if (connections < 0) {
            throw new ConfigurationException("independentReserve must not be negative, as " + connections + " is");
        }
        independentReserve = connections;
        return this;
    }

    /**
     * Longest wait for a connection before {@code AcquireTimeoutException}, that for a server that restarts included. Default
     * 10 seconds.
     */
    public AsyncEngineBuilder acquireTimeout(Duration longest) {
        acquireTimeout = positive("acquireTimeout", longest);
        return this;
    }

    /**
     * Longest wait for a connection while every one is held by a stream whose rows wait for demand, before
     * {@code StalledStreamException}. Default 1 second.
     */
    public AsyncEngineBuilder stallLimit(Duration longest) {
        stallLimit = positive("stallLimit", longest);
        return this;
    }

    /** Longest time to open a connection, and longest wait for the answer to BEGIN before another one is taken. Default 5 seconds. */
    public AsyncEngineBuilder connectTimeout(Duration longest) {
        connectTimeout = positive("connectTimeout", longest);
        return this;
    }

    /** An idle connection is closed after this time. Default 10 minutes. */
    public AsyncEngineBuilder maxIdleTime(Duration longest) {
        maxIdleTime = positive("maxIdleTime", longest);
        return this;
    }

    /** A connection older than this is closed when it comes back. Default 30 minutes. */
    public AsyncEngineBuilder maxLifeTime(Duration longest) {
        maxLifeTime = positive("maxLifeTime", longest);
        return this;
    }

    /** A connection idle for longer is asked for a sign of life before it is lent; others are not. Default 5 seconds. */
    public AsyncEngineBuilder validateAfter(Duration idle) {
        validateAfter = idle;
        return this;
    }

    /** Longest wait for that sign of life before another connection is taken. Default 1 second. */
    public AsyncEngineBuilder validationTimeout(Duration longest) {
        validationTimeout = positive("validationTimeout", longest);
        return this;
    }

    /** Longest time a rollback, a reset or a savepoint may take before the connection is closed instead. Default 5 seconds. */
    public AsyncEngineBuilder cleanupTimeout(Duration longest) {
        cleanupTimeout = positive("cleanupTimeout", longest);
        return this;
    }

    /**
     * Resets the session of every connection that comes back, at the price of one more exchange with the server, instead of those
     * only on which something ran whose effects are unknown, such as text SQL: for databases where what looks like a read (a
     * view, a trigger, a rule) changes settings of the session. Where the driver has no reset, each connection is then used
     * once. Default false.
     */
    public AsyncEngineBuilder resetAlways(boolean reset) {
        resetAlways = reset;
        return this;
    }

    /**
     * How long a cancelled operation in a transaction that lives on may run to its end before it is stopped on the server, which
     * dooms the transaction where the database aborts it. Default 1 second.
     */
    public AsyncEngineBuilder operationDrain(Duration longest) {
        operationDrain = positive("operationDrain", longest);
        return this;
    }

    /**
     * Longest time a statement that was stopped on the server may take to end, the way of the request to stop it included, before
     * the connection is closed instead. Default 1 second.
     */
    public AsyncEngineBuilder stopTimeout(Duration longest) {
        stopTimeout = positive("stopTimeout", longest);
        return this;
    }

    /**
     * A transaction in which nothing has run for this time is logged at WARN, on logger {@code io.fluxalchemy.Pool}. Default
     * 30 seconds.
     */
    public AsyncEngineBuilder idleWarning(Duration longest) {
        idleWarning = positive("idleWarning", longest);
        return this;
    }

    /** How many operations may wait for the turn on one connection before {@code TurnOverflowException}. Default 256. */
    public AsyncEngineBuilder waitingOperations(int most) {
        if (most < 1) {
            throw new ConfigurationException("waitingOperations must be at least 1, not " + most);
        }
        waitingOperations = most;
        return this;
    }

    /**
     * Refuses what would have to wait for another operation of the same connection, and the end of a scope while one runs, with a
     * {@code ConcurrentUseException}, instead of queueing. Default false.
     */
    public AsyncEngineBuilder strict(boolean refuse) {
        strict = refuse;
        return this;
    }

    /**
     * Refuses single operations of the engine (all, one, execute, createAll …) outside of its scopes with a
     * {@code ScopeRequiredException}, instead of running each in autocommit on a connection of its own. So a statement that lost the
     * Reactor Context of its transaction, and with it the transaction, is an error before it is sent. Default false.
     */
    public AsyncEngineBuilder requireScope(boolean require) {
        requireScope = require;
        return this;
    }

    /**
     * Asks for the id of every transaction that wrote before its COMMIT, one round trip more, so that
     * {@link AsyncEngine#outcomeOf} can find out what became of a COMMIT whose answer was lost. PostgreSQL only. Default false.
     */
    public AsyncEngineBuilder trackCommits(boolean track) {
        trackCommits = track;
        return this;
    }

    /** The most prepared statements kept on each connection, where the driver prepares. Default 256. */
    public AsyncEngineBuilder statementCacheSize(int statements) {
        statementCacheSize = statements;
        return this;
    }

    /**
     * The most rows {@code all} reads into one list; a query with more fails with {@code ResultOverflowException}, it is never cut
     * short. Without it the memory is the only bound. Streams, windows, text SQL and rows that a write returns are not counted.
     */
    public AsyncEngineBuilder maxRows(int rows) {
        if (rows < 1) {
            throw new ConfigurationException("maxRows must be at least 1, not " + rows);
        }
        maxRows = rows;
        return this;
    }

    /** The isolation of transactions that name none; without it the database's default. */
    public AsyncEngineBuilder isolation(Isolation level) {
        isolation = level;
        return this;
    }

    /** Logs each statement at INFO instead of DEBUG, on logger {@code io.fluxalchemy.SQL}. */
    public AsyncEngineBuilder echo(boolean atInfo) {
        echo = atInfo;
        return this;
    }

    /**
     * Shows bound values in the log of statements, which otherwise has their types only; values of {@code Types.sensitive(…)}, as
     * {@code @Sensitive} makes them, stay masked. For development: a log of production is no place for what users typed.
     */
    public AsyncEngineBuilder logValues(boolean shown) {
        logValues = shown;
        return this;
    }

    /**
     * Keeps the driver's error as a cause also where the server's text may quote values of rows ({@code Key (email)=(…)}). Off by
     * default: stack traces end in logs. Constraint, table and column are told either way, by {@code DatabaseException.place()}.
     */
    public AsyncEngineBuilder serverDetail(boolean kept) {
        serverDetail = kept;
        return this;
    }

    /** Logs statements that take at least this long at WARN. Without it none is slow. */
    public AsyncEngineBuilder slowQuery(Duration threshold) {
        slowQuery = threshold;
        return this;
    }

    /**
     * Makes another statement of each one before it is compiled, such as a {@link io.fluxalchemy.sql.TableFilter} that hides rows;
     * several are applied in order. Batches, by which many rows are written by their keys, are left as they are.
     */
    public AsyncEngineBuilder transform(TreeTransform transform) {
        transforms.add(transform);
        return this;
    }

    /**
     * Which schemas stand for those that tables name, unless a scope says others ({@link TransactionOptions#schemas}): where tenants have
     * a schema each, one that holds nothing lets a scope that forgot its tenant fail.
     */
    public AsyncEngineBuilder schemas(SchemaMap map) {
        schemas = schemas.with(map);
        return this;
    }

    /** Another dialect than the driver's, for a database that speaks the same protocol and not quite the same SQL. */
    public AsyncEngineBuilder dialect(Dialect other) {
        dialect = other;
        return this;
    }

    /** Adds a listener. */
    public AsyncEngineBuilder listener(EngineListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * The engine. Opens nothing.
     *
     * @throws ConfigurationException if URL and factory are both missing or both given, an option is unknown or cannot be given
     *     here, or driver or dialect is not on the class path; names the fix, never a credential
     */
    public AsyncEngine build() {
        if ((url == null) == (factory == null)) {
            throw new ConfigurationException(
                    url == null
                            ? "an engine needs a url(…) or a connectionFactory(…)"
                            : "give an engine a url(…) or a connectionFactory(…), not both");
        }
        if (url == null && !driverOptions.isEmpty()) {
            throw new ConfigurationException(
                    "driverOption(…) goes with a url(…): give the option to the factory of connectionFactory(…) instead");
        }
        return url != null ? overUrl(EngineUrl.parse(url)) : overFactory(factory);
    }

    private AsyncEngine overUrl(EngineUrl parsed) {
        EngineOptions.apply(parsed.own(), this);
        ConnectionFactoryOptions.Builder all = parsed.options().mutate();
        driverOptions.forEach(given -> given.accept(all));
        ConnectionFactoryOptions options = all.build();
        if (parsed.driver().equals("pool")) {
            return overFactory(Drivers.open(options, parsed.driver()));
        }
        DriverAdapter adapter = Drivers.adapterFor(options, parsed.driver());
        DriverSettings settings = new DriverSettings(
                connectTimeout,
                statementCacheSize,
                Math.min(maxSize, Runtime.getRuntime().availableProcessors()));
        ConnectionFactory driver = Drivers.open(adapter.configure(options, settings), parsed.driver());
        try {
            return engine(driver, adapter);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw Drivers.refusal(
                    parsed.driver(), e); // some drivers miss a host when they are first asked for a connection
        }
    }

    private AsyncEngine overFactory(@Nullable ConnectionFactory given) {
        if (given == null) {
            throw new ConfigurationException("an engine needs a url(…) or a connectionFactory(…)");
        }
        return engine(given, Drivers.adapterFor(given.getMetadata()).unconfigured());
    }

    private AsyncEngine engine(ConnectionFactory driver, DriverAdapter adapter) {
        Drivers.warnings(adapter).forEach(LOG::warn);
        Dialect dialect = this.dialect == null ? Drivers.dialectOf(adapter) : this.dialect;
        ErrorTranslation errors = new ErrorTranslation(dialect, adapter, serverDetail);
        if (trackCommits && dialect.transactions().idQuery() == null) {
            throw new ConfigurationException(
                    "trackCommits(true): " + dialect.name() + " cannot tell afterwards how a transaction has ended");
        }
        TurnLimits turns = new TurnLimits(waitingOperations, strict, operationDrain, stopTimeout);
        Lender lender = Lender.isPool(driver)
                ? Lender.over(driver, adapter, pool(), turns, errors::translateConnect)
                : Lender.pooling(driver, adapter, pool(), turns, errors::translateConnect);
        EngineCore core = new EngineCore(
                new SqlCompiler(dialect, COMPILED_STATEMENTS, transforms),
                adapter,
                lender,
                new Observer(listeners, echo, logValues, slowQuery),
                errors,
                maxRows,
                trackCommits);
        return new DefaultEngine(core, isolation, requireScope, schemas);
    }

    private PoolSettings pool() {
        if (independentReserve >= maxSize) {
            throw new ConfigurationException("independentReserve(" + independentReserve + ") leaves nothing of maxSize("
                    + maxSize + ") for other work: make the pool larger");
        }
        return new PoolSettings(
                maxSize,
                independentReserve,
                acquireTimeout,
                stallLimit,
                connectTimeout,
                maxIdleTime,
                maxLifeTime,
                validateAfter,
                validationTimeout,
                cleanupTimeout,
                idleWarning,
                resetAlways);
    }

    private static Duration positive(String name, Duration given) {
        if (given.isZero() || given.isNegative()) {
            throw new ConfigurationException(name + " must be positive, not " + given);
        }
        return given;
    }
}
