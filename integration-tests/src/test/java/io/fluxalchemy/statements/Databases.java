package io.fluxalchemy.statements;

import static io.fluxalchemy.statements.Works.WORKS;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.core.publisher.Mono;

/** One database of each kind with the table of works, empty before each test that asks for it. */
final class Databases implements AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<DatabaseKind, TestDatabase> databases = new EnumMap<>(DatabaseKind.class);
    private final Map<DatabaseKind, AsyncEngine> engines = new EnumMap<>(DatabaseKind.class);

    AsyncEngine empty(DatabaseKind kind) {
        AsyncEngine engine = engines.computeIfAbsent(kind, each -> {
            TestDatabase database = TestDatabase.of(each);
            databases.put(each, database);
            return AsyncEngine.create(database.url());
        });
        MetaData schema = MetaData.of(WORKS);
        await(engine.dropAll(schema));
        await(engine.createAll(schema));
        return engine;
    }

    static Dialect dialect(DatabaseKind kind) {
        return Dialects.byName(kind.name().toLowerCase(Locale.ROOT));
    }

    static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }

    static <R> List<R> all(AsyncEngine engine, Query<R> query) {
        return await(engine.all(query));
    }

    static long execute(AsyncEngine engine, Command command) {
        return await(engine.execute(command));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        engines.values().forEach(engine -> await(engine.close()));
        databases.values().forEach(TestDatabase::close);
    }
}
