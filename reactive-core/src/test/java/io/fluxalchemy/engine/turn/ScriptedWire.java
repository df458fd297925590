package io.fluxalchemy.engine.turn;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A connection whose answers the test gives. */
class ScriptedWire implements Wire {

    final AtomicInteger cancels = new AtomicInteger();
    final AtomicBoolean abandoned = new AtomicBoolean();
    final Sinks.Empty<Void> fence = Sinks.empty();
    volatile Runnable onCancel = () -> {};
    volatile boolean endsOnCancel;

    @Override
    public boolean endsOnCancel() {
        return endsOnCancel;
    }

    @Override
    public boolean canCancel() {
        return true;
    }

    @Override
    public Mono<Void> cancel() {
        return Mono.fromRunnable(() -> {
            cancels.incrementAndGet();
            onCancel.run();
        });
    }

    @Override
    public Mono<Void> fence() {
        return fence.asMono();
    }

    @Override
    public void abandon() {
        abandoned.set(true);
    }
}
