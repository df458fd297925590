package io.fluxalchemy.faults.matrix;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.ConnectionLostException;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.faults.QuietCheck;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.test.StepVerifier;

/** What was read from a link that is lost. */
class LostLinkBuffersIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int STILL = 20;

    /** Rows that have arrived, and whose reader is slow, wait in the driver and below it. */
    @Test
    void whatHasArrivedAndNobodyAskedForIsReleasedWhenTheServerEndsTheSession() {
        WatchedBuffers buffers = new WatchedBuffers();
        AsyncEngine engine = AsyncEngine.builder()
                .url(DATABASE.url() + "?applicationName=slow-reader")
                .driverOption(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, new WatchedLoops(buffers))
                .maxSize(1)
                .build();
        AsyncEngine witness = AsyncEngine.create(DATABASE.url());
        for (int i = 0; i < 2; i++) {
            StepVerifier.create(
                            engine.stream(sql("select repeat('x', 100) as r from generate_series(1, 5000)")
                                    .as(String.class)),
                            1)
                    .expectNextCount(1)
                    .then(() -> awaitStanding(buffers))
                    .then(() -> witness.execute(sql("select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where application_name = 'slow-reader'"))
                            .block(SOON))
                    .thenRequest(Long.MAX_VALUE)
                    .thenConsumeWhile(row -> true)
                    .expectError(ConnectionLostException.class)
                    .verify(SOON);
            QuietCheck.of(engine, witness, "slow-reader").and(buffers::open).verify(Duration.ofSeconds(10));
        }
        engine.close().block(SOON);
        witness.close().block(SOON);
    }

    /** Until nothing more is read, and something stands in the queues. */
    private static void awaitStanding(WatchedBuffers buffers) {
        List<String> last = List.of();
        for (int still = 0; still < STILL; ) {
            List<String> now = buffers.open();
            still = !now.isEmpty() && now.equals(last) ? still + 1 : 0;
            last = now;
            CaseRun.sleep(5);
        }
    }
}
