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
import io.fluxalchemy.sql.tree.TreeTransform;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private @Nullable Dialect dialect;
    private @Nullable String url;
    private @Nullable ConnectionFactory factory;
    private PoolSettings pool = PoolSettings.DEFAULTS;
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
        pool = new PoolSettings(
                connections,
                pool.acquireTimeout(),
                pool.connectTimeout(),
                pool.maxIdleTime(),
                pool.maxLifeTime(),
                pool.validateAfter(),
                pool.validationTimeout(),
                pool.cleanupTimeout());
        return this;
    }

    /** Longest wait for a connection before {@code AcquireTimeoutException}. Default 10 seconds. */
    public AsyncEngineBuilder acquireTimeout(Duration longest) {
        return durations(
                positive("acquireTimeout", longest),
                pool.connectTimeout(),
                pool.maxIdleTime(),
                pool.maxLifeTime(),
                pool.validateAfter());
    }

    /** Longest time to open a connection. Default 5 seconds. */
    public AsyncEngineBuilder connectTimeout(Duration longest) {
        return durations(
                pool.acquireTimeout(),
                positive("connectTimeout", longest),
                pool.maxIdleTime(),
                pool.maxLifeTime(),
                pool.validateAfter());
    }

    /** An idle connection is closed after this time. Default 10 minutes. */
    public AsyncEngineBuilder maxIdleTime(Duration longest) {
        return durations(
                pool.acquireTimeout(),
                pool.connectTimeout(),
                positive("maxIdleTime", longest),
                pool.maxLifeTime(),
                pool.validateAfter());
    }

    /** A connection older than this is closed when it comes back. Default 30 minutes. */
    public AsyncEngineBuilder maxLifeTime(Duration longest) {
        return durations(
                pool.acquireTimeout(),
                pool.connectTimeout(),
                pool.maxIdleTime(),
                positive("maxLifeTime", longest),
                pool.validateAfter());
    }

    /** A connection idle for longer is asked for a sign of life before it is lent; others are not. Default 5 seconds. */
    public AsyncEngineBuilder validateAfter(Duration idle) {
        return durations(pool.acquireTimeout(), pool.connectTimeout(), pool.maxIdleTime(), pool.maxLifeTime(), idle);
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
     * @throws ConfigurationException if URL and factory are both missing or both given, an option is unknown, or driver or dialect
     *     is not on the class path; names the fix, never a credential
     */
    public AsyncEngine build() {
        if ((url == null) == (factory == null)) {
            throw new ConfigurationException(
                    url == null
                            ? "an engine needs a url(…) or a connectionFactory(…)"
                            : "give an engine a url(…) or a connectionFactory(…), not both");
        }
        return url != null ? overUrl(EngineUrl.parse(url)) : overFactory(factory);
    }

    private AsyncEngine overUrl(EngineUrl parsed) {
        EngineOptions.apply(parsed.own(), this);
        ConnectionFactoryOptions options = parsed.options();
        if (parsed.driver().equals("pool")) {
            return overFactory(Drivers.open(options, parsed.driver()));
        }
        DriverAdapter adapter = Drivers.adapterFor(options, parsed.driver());
        DriverSettings settings = new DriverSettings(
                pool.connectTimeout(),
                statementCacheSize,
                Math.min(pool.maxSize(), Runtime.getRuntime().availableProcessors()));
        return engine(Drivers.open(adapter.configure(options, settings), parsed.driver()), adapter);
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
        Lender lender = Lender.isPool(driver)
                ? Lender.over(driver, adapter, pool, TurnLimits.DEFAULTS, errors::translateConnect)
                : Lender.pooling(driver, adapter, pool, TurnLimits.DEFAULTS, errors::translateConnect);
        EngineCore core = new EngineCore(
                new SqlCompiler(dialect, COMPILED_STATEMENTS, transforms),
                adapter,
                lender,
                new Observer(listeners, echo, logValues, slowQuery),
                errors,
                pool.cleanupTimeout(),
                maxRows);
        return new DefaultEngine(core, isolation);
    }

    private AsyncEngineBuilder durations(
            Duration acquire, Duration connect, Duration maxIdle, Duration maxLife, Duration validate) {
        pool = new PoolSettings(
                pool.maxSize(),
                acquire,
                connect,
                maxIdle,
                maxLife,
                validate,
                pool.validationTimeout(),
                pool.cleanupTimeout());
        return this;
    }

    private static Duration positive(String name, Duration given) {
        if (given.isZero() || given.isNegative()) {
            throw new ConfigurationException(name + " must be positive, not " + given);
        }
        return given;
    }
}
