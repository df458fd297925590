package io.fluxalchemy.testkit.faults;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A driver that misbehaves where a test says, around a real one that does the rest, and keeps count of the publishers it gave out.
 *
 * <pre>{@code
 * FaultyDriver driver = FaultyDriver.around(ConnectionFactories.get(DATABASE.url()));
 * AsyncEngine engine = AsyncEngine.builder().connectionFactory(driver).build();
 * driver.on(DriverStep.ROLLBACK, Misbehaviour.isSilent());
 * }</pre>
 *
 * <p>Written against the interfaces of R2DBC only. Does no I/O of its own and is safe for use by many threads.
 */
public final class FaultyDriver implements ConnectionFactory, Wrapped<ConnectionFactory> {

    private final ConnectionFactory real;
    private final Traffic traffic = new Traffic();
    private final Map<DriverStep, Misbehaviour> steps = new EnumMap<>(DriverStep.class);
    private final Map<String, Misbehaviour> texts = new ConcurrentHashMap<>();
    private final AtomicLong misbehaved = new AtomicLong();

    private FaultyDriver(ConnectionFactory real) {
        this.real = real;
    }

    /**
     * A driver that behaves until told otherwise.
     *
     * @param real does the work
     * @return a factory for an engine or a pool
     */
    public static FaultyDriver around(ConnectionFactory real) {
        return new FaultyDriver(real);
    }

    /**
     * Misbehaves in a step, on every connection, until {@link #behave()}.
     *
     * @param step where
     * @param how what happens instead
     * @return this
     */
    public FaultyDriver on(DriverStep step, Misbehaviour how) {
        synchronized (steps) {
            steps.put(step, how);
        }
        return this;
    }

    /**
     * Misbehaves at statements with a text in their SQL, on every connection, until {@link #behave()}.
     *
     * @param partOfSql with regard to case
     * @param how what happens instead
     * @return this
     */
    public FaultyDriver on(String partOfSql, Misbehaviour how) {
        texts.put(partOfSql, how);
        return this;
    }

    /** From now on does what is asked. What was left unanswered stays so. */
    public void behave() {
        synchronized (steps) {
            steps.clear();
        }
        texts.clear();
    }

    /**
     * How often it did what it was told instead of what it was asked.
     *
     * @return counted since the driver was made
     */
    public long misbehaved() {
        return misbehaved.get();
    }

    /**
     * The publishers given out.
     *
     * @return live
     */
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public Publisher<? extends Connection> create() {
        // a pool asks once for the publisher and subscribes to it again for each connection
        return Mono.defer(() -> one("create", DriverStep.CREATE, () -> Mono.<Connection>from(real.create())))
                .map(connection -> new FaultyConnection(this, connection));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return real.getMetadata();
    }

    @Override
    public ConnectionFactory unwrap() {
        return real;
    }

    <T> Mono<T> one(String name, DriverStep step, Supplier<? extends Publisher<T>> answer) {
        Misbehaviour how = at(step, name);
        if (how == null) {
            return traffic.one(name, answer.get());
        }
        how.throwIfAtOnce();
        return traffic.one(
                name, how.instead(Mono.defer(() -> Flux.from(answer.get()).then())));
    }

    /** The misbehaviour of a step or of a statement's text; null where the driver behaves. */
    @Nullable
    Misbehaviour at(DriverStep step, String name) {
        for (Map.Entry<String, Misbehaviour> text : texts.entrySet()) {
            if (name.contains(text.getKey()) && text.getValue().happens()) {
                misbehaved.incrementAndGet();
                return text.getValue();
            }
        }
        synchronized (steps) {
            Misbehaviour how = steps.get(step);
            if (how == null || !how.happens()) {
                return null;
            }
            misbehaved.incrementAndGet();
            return how;
        }
    }
}
