package io.fluxalchemy.jvm;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncEngine;
import io.netty.util.ResourceLeakDetector;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads that are left at random moments, reads that end and reads that fail, through an engine or on plain connections. Netty
 * prints what buffers were lost.
 */
final class LeakProgram {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ROWS = "select repeat('x', 100) as filling from generate_series(1, 500)";
    private static final String FAILURE = "select 1 / (250 - g) as n from generate_series(1, 500) g";

    private LeakProgram() {}

    /** @param arguments {@code engine} or {@code driver}, URL, rounds */
    public static void main(String[] arguments) {
        if (arguments[0].equals("engine")) {
            AsyncEngine engine =
                    AsyncEngine.builder().url(arguments[1]).maxSize(2).build();
            cases(
                    engine.stream(sql(ROWS).map(row -> row.get("filling", String.class))),
                    engine.all(sql(FAILURE).map(row -> row.get("n", Integer.class)))
                            .flux(),
                    Integer.parseInt(arguments[2]));
            engine.pendingCleanup().block(PATIENCE);
            engine.close().block(PATIENCE);
        } else {
            ConnectionFactory driver = ConnectionFactories.get(arguments[1]);
            cases(plain(driver, ROWS, 1_000), plain(driver, FAILURE, 100_000), Integer.parseInt(arguments[2]));
        }
        for (int i = 0; i < 5; i++) {
            System.gc();
            LockSupport.parkNanos(50_000_000);
            Flux.from(plain(ConnectionFactories.get(arguments[1]), ROWS, 0)).blockLast(PATIENCE);
        }
        System.out.println("level=" + ResourceLeakDetector.getLevel());
    }

    private static void cases(Flux<?> rows, Flux<?> failure, int rounds) {
        Random random = new Random(7);
        for (int i = 0; i < rounds; i++) {
            rows.blockLast(PATIENCE);
            rows.take(3).blockLast(PATIENCE);
            failure.onErrorResume(e -> Flux.empty()).blockLast(PATIENCE);
            Disposable leaving = rows.subscribe(row -> {}, error -> {});
            LockSupport.parkNanos(random.nextInt(3_000_000));
            leaving.dispose();
            if (i % 20 == 0) {
                System.gc();
            }
        }
    }

    private static Flux<Object> plain(ConnectionFactory driver, String sql, int fetchSize) {
        return Flux.usingWhen(
                Mono.<Connection>from(driver.create()),
                c -> Flux.from(c.createStatement(sql).fetchSize(fetchSize).execute())
                        .concatMap(result -> result.map((row, metadata) -> row.get(0))),
                Connection::close);
    }
}
