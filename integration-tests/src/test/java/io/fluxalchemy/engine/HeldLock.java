package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.sql.SqlText;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A lock of a PostgreSQL server that the test holds: a statement that asks for it runs until the test lets go, however fast or busy
 * the machine is.
 */
public final class HeldLock implements AutoCloseable {

    /** What asks for the lock, as part of a statement. */
    public static final String CALL = "pg_advisory_xact_lock(4711)";

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final AsyncEngine engine;
    private final Sinks.Empty<Void> release = Sinks.empty();
    private final CompletableFuture<Void> holding;

    private HeldLock(AsyncEngine engine) {
        this.engine = engine;
        Sinks.Empty<Void> held = Sinks.empty();
        holding = engine.transaction(c ->
                        c.one(statement()).doOnNext(row -> held.tryEmitEmpty()).then(release.asMono()))
                .toFuture();
        held.asMono().block(SOON);
    }

    /** Takes the lock; blocks until it is held. */
    public static HeldLock on(String url) {
        return new HeldLock(AsyncEngine.builder().url(url).maxSize(2).build());
    }

    /** Runs until the lock is let go. */
    public SqlText.Typed<?> statement() {
        return sql("select " + CALL + "::text as s").rows();
    }

    /** Completes when the server says that a statement waits for the lock. */
    public Mono<Void> isAwaited() {
        return engine.one(sql("select count(*) as n from pg_locks where locktype = 'advisory' and not granted"
                                + " and database = (select oid from pg_database where datname = current_database())")
                        .map(row -> row.get("n", Long.class)))
                .filter(waiting -> waiting > 0)
                .repeatWhenEmpty(looks -> looks.delayElements(LOOK))
                .then();
    }

    /** Lets go, from any thread; behind a cancel, such as in what a timeout falls back to, not while it is on its way. */
    public void letGo() {
        release.tryEmitEmpty();
    }

    @Override
    public void close() {
        letGo();
        holding.orTimeout(60, java.util.concurrent.TimeUnit.SECONDS).join();
        engine.close().block(SOON);
    }
}
