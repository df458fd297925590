package io.fluxalchemy.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.script.ScriptedDriver;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class HandoverTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Scheduler own = Schedulers.newSingle("connection");
    private final ScriptedDriver driver = new ScriptedDriver();

    @AfterEach
    void stop() {
        own.dispose();
    }

    @Test
    void aConnectionThatIsThereIsHandedOverAtOnceToOneWhoAsksOnItsOwnThread() {
        OwnPool pool = pool(1);
        Boolean atOnce = pool.take()
                .flatMap(c -> Mono.from(c.close()).then(Mono.fromSupplier(() -> {
                    CompletableFuture<Void> next = pool.take()
                            .flatMap(again -> Mono.from(again.close()))
                            .toFuture();
                    return next.isDone();
                })))
                .block(SOON);
        assertThat(atOnce).isTrue();
    }

    /** What a session knows is confined to one thread: that on which its answers come. */
    @Test
    void aConnectionThatIsThereIsHandedOverOnItsOwnThreadToOneWhoAsksElsewhere() {
        OwnPool pool = pool(1);
        give(take(pool));
        String on = pool.take()
                .flatMap(c ->
                        Mono.from(c.close()).thenReturn(Thread.currentThread().getName()))
                .block(SOON);
        assertThat(on).startsWith("connection");
    }

    @Test
    void aConnectionGivenBackIsHandedOverOnItsOwnThread() {
        OwnPool pool = pool(1);
        Connection held = take(pool);
        CompletableFuture<String> next =
                pool.take().map(c -> Thread.currentThread().getName()).toFuture();
        assertThat(next).isNotDone();
        give(held);
        assertThat(next).succeedsWithin(SOON).asString().startsWith("connection");
    }

    /** Its thread has ended with the driver: the check, not the caller's patience, finds that out. */
    @Test
    void aConnectionWhoseThreadHasEndedIsHandedOverAllTheSame() {
        OwnPool pool = pool(1);
        Connection held = take(pool);
        CompletableFuture<Connection> next = pool.take().toFuture();
        own.dispose();
        give(held);
        assertThat(next).succeedsWithin(SOON);
    }

    /** Inside the pool's loop, the one that works would keep all others from being served. */
    @Test
    void aScopeThatWorksKeepsNobodyElseWaiting() throws Exception {
        OwnPool pool = pool(2, driver);
        Flux.merge(pool.take(), pool.take())
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(Connection::close)
                .blockLast(SOON);
        CountDownLatch works = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread worker = new Thread(() -> pool.take()
                .doOnNext(c -> {
                    works.countDown();
                    await(over);
                })
                .flatMap(c -> Mono.from(c.close()))
                .block(SOON));
        worker.start();
        await(works);
        give(take(pool));
        over.countDown();
        worker.join(SOON.toMillis());
        assertThat(pool.figures()).isEqualTo(new PoolFigures(0, 2, 0, 2));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection take(OwnPool pool) {
        Connection connection = pool.take().block(SOON);
        assertThat(connection).isNotNull();
        return connection;
    }

    private static void give(Connection connection) {
        Mono.from(connection.close()).block(SOON);
    }

    private OwnPool pool(int size) {
        return pool(size, new Threaded());
    }

    private static OwnPool pool(int size, ConnectionFactory opened) {
        PoolSettings settings = new PoolSettings(
                size,
                0,
                SOON,
                SOON,
                SOON,
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                Duration.ofMinutes(5),
                SOON,
                SOON,
                SOON,
                false);
        return OwnPool.build(new TrackedFactory(opened, settings, new Generations(), new Redial(e -> e, SOON)), size);
    }

    /** The scripted driver, whose connections say what thread they have. */
    private final class Threaded implements ConnectionFactory {

        @Override
        public Publisher<? extends Connection> create() {
            return Mono.<Connection>from(driver.create()).map(ThreadedConnection::new);
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return driver.getMetadata();
        }
    }

    private final class ThreadedConnection extends ForwardingConnection {

        private final Connection below;

        ThreadedConnection(Connection below) {
            this.below = below;
        }

        @Override
        Connection target() {
            return below;
        }

        @Override
        public Connection unwrap() {
            return below;
        }

        @Override
        public <E> @Nullable E unwrap(Class<E> wanted) {
            return wanted == Scheduler.class ? wanted.cast(own) : super.unwrap(wanted);
        }

        @Override
        public Publisher<Boolean> validate(ValidationDepth depth) {
            return below.validate(depth);
        }

        @Override
        public Publisher<Void> close() {
            return below.close();
        }
    }
}
