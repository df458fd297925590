package io.fluxalchemy.testkit.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What became of the publishers a {@link FaultyDriver} gave out. One that was subscribed to must come to an end, by itself or by a
 * cancel: a result that is neither read nor cancelled blocks its connection for good. Safe for use by many threads.
 */
public final class Traffic {

    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong subscribed = new AtomicLong();
    private final AtomicLong cancelled = new AtomicLong();
    private final AtomicLong terminated = new AtomicLong();

    Traffic() {}

    /**
     * Publishers that were subscribed to.
     *
     * @return a count since the driver was made
     */
    public long subscribed() {
        return subscribed.get();
    }

    /**
     * Publishers whose subscription was cancelled before they ended.
     *
     * @return a count since the driver was made
     */
    public long cancelled() {
        return cancelled.get();
    }

    /**
     * Publishers that completed or failed.
     *
     * @return a count since the driver was made
     */
    public long terminated() {
        return terminated.get();
    }

    /**
     * What has been begun and has not ended: names of steps and texts of statements, with the demand they got.
     *
     * @return empty when all is quiet
     */
    public List<String> unsettled() {
        List<String> names = new ArrayList<>();
        open.forEach(exchange -> names.add(exchange.name + " (requested " + exchange.requested.get() + ")"));
        return names;
    }

    /** A result the driver has handed out: it must be consumed. */
    Runnable expected(String name) {
        Exchange exchange = new Exchange(name + ": a result nobody consumed");
        open.add(exchange);
        return () -> open.remove(exchange);
    }

    <T> Mono<T> one(String name, Publisher<T> real) {
        return Mono.defer(() -> {
            Exchange exchange = begin(name);
            return Mono.from(real)
                    .doOnRequest(exchange.requested::addAndGet)
                    .doOnCancel(() -> end(exchange, cancelled))
                    .doOnTerminate(() -> end(exchange, terminated));
        });
    }

    <T> Flux<T> many(String name, Publisher<T> real) {
        return Flux.defer(() -> {
            Exchange exchange = begin(name);
            return Flux.from(real)
                    .doOnRequest(exchange.requested::addAndGet)
                    .doOnCancel(() -> end(exchange, cancelled))
                    .doOnTerminate(() -> end(exchange, terminated));
        });
    }

    private Exchange begin(String name) {
        Exchange exchange = new Exchange(name);
        open.add(exchange);
        subscribed.incrementAndGet();
        return exchange;
    }

    private void end(Exchange exchange, AtomicLong count) {
        if (open.remove(exchange)) {
            count.incrementAndGet();
        }
    }

    private static final class Exchange {
        private final String name;
        private final AtomicLong requested = new AtomicLong();

        Exchange(String name) {
            this.name = name;
        }
    }
}
