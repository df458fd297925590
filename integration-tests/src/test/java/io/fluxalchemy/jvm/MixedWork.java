package io.fluxalchemy.jvm;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.sql.SqlText;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What applications do all day: reads, writes, streams, errors, time-outs, and subscribers who leave. On any database with SQL. */
final class MixedWork {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AsyncEngine engine;
    private final Random random;
    private final AtomicLong ids = new AtomicLong();
    private final List<Function<Long, Publisher<?>>> verbs =
            List.of(this::read, this::write, this::stream, this::fail, this::savepoint, this::windows);
    private long operations;

    MixedWork(AsyncEngine engine, long seed) {
        this.engine = engine;
        this.random = new Random(seed);
    }

    void prepare() {
        engine.execute(sql("drop table if exists mixed")).block(PATIENCE);
        engine.execute(sql("create table mixed (id bigint primary key, name varchar(200))"))
                .block(PATIENCE);
        for (int i = 0; i < 10; i++) {
            long from = i * 100L;
            engine.transaction(c -> Flux.range(0, 100)
                            .concatMap(n -> c.execute(insert(-1 - from - n)))
                            .then())
                    .block(PATIENCE);
        }
    }

    /** Some operations at once, a third of which are left before they end. */
    void round() {
        Publisher<?> one = next();
        Publisher<?> two = next();
        Publisher<?> three = next();
        operations += 3;
        if (random.nextInt(3) == 0) {
            Disposable leaving = Flux.merge(
                            Flux.from(one).onErrorComplete(),
                            Flux.from(two).onErrorComplete(),
                            Flux.from(three).onErrorComplete())
                    .subscribe();
            LockSupport.parkNanos(random.nextInt(3_000_000));
            leaving.dispose();
        } else {
            Flux.merge(
                            Flux.from(one).onErrorComplete(),
                            Flux.from(two).onErrorComplete(),
                            Flux.from(three).onErrorComplete())
                    .blockLast(PATIENCE);
        }
    }

    long operations() {
        return operations;
    }

    void end() {
        engine.pendingCleanup().block(PATIENCE);
        engine.execute(sql("delete from mixed where id > 0")).block(PATIENCE);
    }

    private Publisher<?> next() {
        return verbs.get(random.nextInt(verbs.size())).apply(ids.incrementAndGet());
    }

    private Publisher<?> read(long id) {
        return engine.all(rows().bind("low", -20L).map(row -> row.get("name", String.class)));
    }

    private Publisher<?> write(long id) {
        return engine.transaction(c -> c.execute(insert(id))
                .then(c.execute(sql("delete from mixed where id = :id").bind("id", id))));
    }

    private Publisher<?> stream(long id) {
        return engine.stream(rows().bind("low", -1_000L).map(row -> row.get("name", String.class)))
                .take(1 + random.nextInt(1_100));
    }

    private Publisher<?> fail(long id) {
        return engine.transaction(c -> c.execute(insert(id)).then(c.execute(insert(id))));
    }

    private Publisher<?> savepoint(long id) {
        return engine.transaction(c -> c.nested(
                        inner -> inner.execute(insert(id)).then(Mono.error(new IllegalStateException("undo"))))
                .onErrorResume(e -> c.execute(insert(id)))
                .then(Mono.error(new IllegalStateException("undo all"))));
    }

    private Publisher<?> windows(long id) {
        return engine.transaction(c -> c.windows(rows().bind("low", -500L).map(row -> row.get("id", Long.class)), 100)
                        .count())
                .timeout(Duration.ofMillis(5 + random.nextInt(50)));
    }

    private static SqlText rows() {
        return sql("select id, name from mixed where id > :low and id < 0 order by id");
    }

    private static SqlText insert(long id) {
        return sql("insert into mixed values (:id, :name)").bind("id", id).bind("name", "name of " + id);
    }
}
