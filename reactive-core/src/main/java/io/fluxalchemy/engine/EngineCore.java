package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.pool.Lender;
import io.fluxalchemy.engine.pool.PoolSettings;
import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * What every part of one engine shares. Its identity is the private key under which the Context carries the connection in use,
 * so the scopes of two engines never meet.
 */
final class EngineCore {

    private final BatchTables batchTables = new BatchTables();
    private volatile SqlCompiler compiler;
    private volatile @Nullable String metVersion;
    private final DriverAdapter adapter;
    private final Lender lender;
    private final Observer observer;
    private final ErrorTranslation errors;
    private final int maxRows;
    private final boolean tracksCommits;

    /** @param tracksCommits whether the id of a transaction that wrote is asked for before its COMMIT */
    EngineCore(
            SqlCompiler compiler,
            DriverAdapter adapter,
            Lender lender,
            Observer observer,
            ErrorTranslation errors,
            int maxRows,
            boolean tracksCommits) {
        this.compiler = compiler;
        this.adapter = adapter;
        this.lender = lender;
        this.observer = observer;
        this.errors = errors;
        this.maxRows = maxRows;
        this.tracksCommits = tracksCommits;
    }

    Dialect dialect() {
        return compiler.dialect();
    }

    SqlCompiler compiler() {
        return compiler;
    }

    BatchTables batchTables() {
        return batchTables;
    }

    /** A server has answered: from here on statements are compiled for its version. Costs nothing where that was known. */
    void met(Connection connection) {
        String version = connection.getMetadata().getDatabaseVersion();
        if (version.equals(metVersion)) {
            return;
        }
        SqlCompiler current = compiler;
        Dialect fitting =
                ServerVersion.major(version).map(current.dialect()::forVersion).orElse(current.dialect());
        if (fitting != current.dialect()) {
            compiler = current.forDialect(fitting);
        }
        metVersion = version;
    }

    DriverAdapter adapter() {
        return adapter;
    }

    Lender lender() {
        return lender;
    }

    PoolSettings settings() {
        return lender.settings();
    }

    Observer observer() {
        return observer;
    }

    ErrorTranslation errors() {
        return errors;
    }

    /** The most rows read into one list. */
    int maxRows() {
        return maxRows;
    }

    boolean tracksCommits() {
        return tracksCommits;
    }

    /** The connection of this engine that the Context carries; null outside its scopes. */
    @Nullable
    LentConnection current(ContextView context) {
        return context.getOrDefault(this, null);
    }
}
