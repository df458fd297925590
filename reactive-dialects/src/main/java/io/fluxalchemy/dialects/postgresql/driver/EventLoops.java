package io.fluxalchemy.dialects.postgresql.driver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.netty.resources.LoopResources;

/**
 * Event loops for connections, shared by all engines of the process that ask for the same number. Daemon threads, started with
 * the first connection.
 *
 * <p>The number is odd: a new connection takes two steps of Reactor Netty's round robin, so of an even number only half would
 * ever be used.
 */
final class EventLoops {

    private static final Map<Integer, LoopResources> SHARED = new ConcurrentHashMap<>();

    private EventLoops() {}

    static LoopResources of(int workers) {
        return SHARED.computeIfAbsent(
                Math.max(1, workers) | 1,
                odd -> new CleaningLoops(LoopResources.create("fluxalchemy-postgresql", odd, true)));
    }
}
