package io.fluxalchemy.security;

import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.EngineListener;
import io.fluxalchemy.engine.StatementEvent;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Sql;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.core.publisher.Mono;

/** One database of each kind with a table that every injection of the corpus goes for, and a table to put strings into. */
public final class Canary implements AfterAllCallback, EngineListener {

    public static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final List<String> SECRETS = List.of("a", "b", "c");

    private final Map<DatabaseKind, TestDatabase> databases = new EnumMap<>(DatabaseKind.class);
    private final Map<DatabaseKind, AsyncEngine> engines = new EnumMap<>(DatabaseKind.class);
    private final AtomicInteger statements = new AtomicInteger();

    private static final class Birds extends Table<Birds> {

        static final Birds CANARY = new Birds(Name.of("canary"));

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final TextColumn secret = varchar("secret", 20);

        private Birds(Name name) {
            super(name, Birds::new);
        }
    }

    public AsyncEngine engine(DatabaseKind kind) {
        return engines.computeIfAbsent(kind, each -> {
            TestDatabase database = TestDatabase.of(each);
            databases.put(each, database);
            AsyncEngine engine = AsyncEngine.builder()
                    .url(database.url())
                    .maxSize(2)
                    .listener(this)
                    .build();
            await(engine.createAll(MetaData.of(Birds.CANARY, Vault.VAULT)));
            for (int i = 0; i < SECRETS.size(); i++) {
                await(engine.execute(
                        Sql.insertInto(Birds.CANARY).set(Birds.CANARY.id, i).set(Birds.CANARY.secret, SECRETS.get(i))));
            }
            return engine;
        });
    }

    public String url(DatabaseKind kind) {
        engine(kind);
        return databases.get(kind).url();
    }

    public AsyncEngine emptied(DatabaseKind kind) {
        AsyncEngine engine = engine(kind);
        await(engine.execute(Sql.deleteFrom(Vault.VAULT).everyRow()));
        return engine;
    }

    public void lives(DatabaseKind kind) {
        assertThat(all(
                        engine(kind),
                        select(Birds.CANARY.secret).from(Birds.CANARY).orderBy(Birds.CANARY.id.asc())))
                .as("the canary on " + kind)
                .isEqualTo(SECRETS);
    }

    public int statements() {
        return statements.get();
    }

    @Override
    public void onStatement(StatementEvent event) {
        statements.incrementAndGet();
    }

    public static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }

    public static <R> List<R> all(AsyncEngine engine, Query<R> query) {
        return await(engine.all(query));
    }

    public static long execute(AsyncEngine engine, Command command) {
        return await(engine.execute(command));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        engines.values().forEach(engine -> await(engine.close()));
        databases.values().forEach(TestDatabase::close);
    }
}
