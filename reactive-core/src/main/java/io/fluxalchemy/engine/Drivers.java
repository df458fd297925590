package io.fluxalchemy.engine;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.driver.VersionFloor;
import io.fluxalchemy.error.ConfigurationException;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.pool.InstrumentedPool;

/** Finds driver, adapter and dialect; where one is missing, says what to add. */
final class Drivers {

    private static final Map<String, String> ARTIFACTS = Map.of(
            "postgresql", "org.postgresql:r2dbc-postgresql",
            "postgres", "org.postgresql:r2dbc-postgresql",
            "h2", "io.r2dbc:r2dbc-h2",
            "mariadb", "org.mariadb:r2dbc-mariadb",
            "mysql", "io.asyncer:r2dbc-mysql",
            "mssql", "io.r2dbc:r2dbc-mssql",
            "sqlserver", "io.r2dbc:r2dbc-mssql",
            "oracle", "com.oracle.database.r2dbc:oracle-r2dbc");

    private static final VersionFloor POOL = new VersionFloor(
            "io.projectreactor.addons:reactor-pool",
            "1.1.9",
            "loses places of the pool when acquires are cancelled while connections fail, until none is left");

    private Drivers() {}

    /** Versions on the class path that have faults the engine cannot keep from its users. */
    static List<String> warnings(DriverAdapter adapter) {
        return Stream.concat(POOL.warning(InstrumentedPool.class).stream(), adapter.warning().stream())
                .toList();
    }

    static DriverAdapter adapterFor(ConnectionFactoryOptions options, String driver) {
        return adapter(adapter -> adapter.supports(options), "driver '" + driver + "'");
    }

    static DriverAdapter adapterFor(ConnectionFactoryMetadata metadata) {
        return adapter(adapter -> adapter.supports(metadata), "a connection factory of '" + metadata.getName() + "'");
    }

    static Dialect dialectOf(DriverAdapter adapter) {
        return Dialects.byName(adapter.dialect());
    }

    static ConnectionFactory open(ConnectionFactoryOptions options, String driver) {
        @Nullable ConnectionFactory found;
        try {
            found = ConnectionFactories.find(options);
        } catch (RuntimeException e) {
            throw refusal(driver, e);
        }
        if (found == null) {
            String artifact = ARTIFACTS.get(driver);
            throw new ConfigurationException("no R2DBC driver for '" + driver + "' is on the class path: "
                    + (artifact == null ? "add the driver's artifact" : "add " + artifact));
        }
        return found;
    }

    /** Without the driver's message, which may quote what the URL holds. */
    static ConfigurationException refusal(String driver, RuntimeException error) {
        return new ConfigurationException("the driver '" + driver + "' refused the URL's options ("
                + error.getClass().getSimpleName() + "): check host, database and the names of the options");
    }

    private static DriverAdapter adapter(Predicate<DriverAdapter> supports, String whose) {
        List<DriverAdapter> all = ServiceLoader.load(DriverAdapter.class, DriverAdapter.class.getClassLoader()).stream()
                .filter(Drivers::isUsable)
                .map(ServiceLoader.Provider::get)
                .toList();
        return all.stream()
                .filter(supports)
                .findFirst()
                .orElseThrow(
                        () -> new ConfigurationException(
                                "no dialect for " + whose + ": supported on this class path are "
                                        + all.stream()
                                                .map(DriverAdapter::dialect)
                                                .sorted()
                                                .distinct()
                                                .toList()
                                        + "; reactive-dialects brings those of FluxAlchemy, each needs its driver's artifact beside it"));
    }

    /** Drivers are optional: an adapter whose driver is not there cannot be loaded. */
    private static boolean isUsable(ServiceLoader.Provider<DriverAdapter> provider) {
        try {
            return provider.get() != null;
        } catch (java.util.ServiceConfigurationError | NoClassDefFoundError e) {
            return false;
        }
    }
}
