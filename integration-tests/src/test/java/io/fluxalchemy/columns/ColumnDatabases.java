package io.fluxalchemy.columns;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.EngineListener;
import io.fluxalchemy.engine.StatementEvent;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.core.publisher.Mono;

/** One database of each kind with the tables of some entities, and the statements that ran. */
final class ColumnDatabases implements AfterAllCallback, EngineListener {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Class<?>> entities;
    private final List<TestDatabase> servers = new ArrayList<>();
    private final Map<DatabaseKind, AsyncEngine> engines = new EnumMap<>(DatabaseKind.class);
    private final Map<DatabaseKind, AsyncSessionFactory> factories = new EnumMap<>(DatabaseKind.class);
    private final List<String> statements = new CopyOnWriteArrayList<>();

    ColumnDatabases(Class<?>... entities) {
        this.entities = List.of(entities);
    }

    AsyncEngine engine(DatabaseKind kind) {
        return engines.computeIfAbsent(kind, each -> {
            TestDatabase server = TestDatabase.of(each);
            servers.add(server);
            return AsyncEngine.builder()
                    .url(server.url())
                    .maxSize(2)
                    .listener(this)
                    .build();
        });
    }

    AsyncSessionFactory sessions(DatabaseKind kind) {
        return factories.computeIfAbsent(kind, each -> {
            AsyncSessionFactory sessions = AsyncSessionFactory.of(engine(each), entities.toArray(Class<?>[]::new));
            await(sessions.createAll());
            return sessions;
        });
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    void forget() {
        statements.clear();
    }

    static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }

    @Override
    public void onStatement(StatementEvent event) {
        statements.add(event.sql());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        engines.values().forEach(engine -> await(engine.close()));
        servers.forEach(TestDatabase::close);
    }
}
