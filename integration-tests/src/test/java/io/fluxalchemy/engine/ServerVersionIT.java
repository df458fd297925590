package io.fluxalchemy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a statement looks like depends on the server that is met, not on the newest one known. */
class ServerVersionIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final BatchIT.Things THINGS = BatchIT.Things.THINGS;

    @ParameterizedTest
    @CsvSource({"15.18 (Debian 15.18-0+deb12u1), false", "16.9, false", "17.0, true", "18.1, true"})
    void rowsAreMergedOnlyWhereMergeReturnsThem(String version, boolean isMerged) {
        List<String> statements = new CopyOnWriteArrayList<>();
        AsyncEngine engine = AsyncEngine.builder()
                .connectionFactory(new OlderServer(ConnectionFactories.get(DATABASE.url()), version))
                .listener(new EngineListener() {
                    @Override
                    public void onStatement(StatementEvent event) {
                        statements.add(event.sql());
                    }
                })
                .build();
        Batch rows = new Batch.Insert(
                THINGS,
                List.of(THINGS.name, THINGS.version),
                List.<Object[]>of(new Object[] {"a", 1}, new Object[] {"b", 2}),
                List.of(THINGS.id));
        MetaData tables = MetaData.of(THINGS);
        Mono<BatchResult> work = engine.dropAll(tables)
                .then(engine.createAll(tables))
                .then(engine.transaction(connection -> connection.write(rows)));
        StepVerifier.create(work)
                .assertNext(result -> assertThat(result.rows()).hasSize(2).doesNotContainNull())
                .expectComplete()
                .verify(Duration.ofSeconds(30));
        StepVerifier.create(engine.close()).expectComplete().verify(Duration.ofSeconds(10));
        assertThat(statements.get(statements.size() - 1)).matches(sql -> sql.contains("merge into") == isMerged);
    }
}
