package io.fluxalchemy.mapping.session;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The operations that were assembled in one scope, and whether somebody subscribed to them. Thread-safe. */
final class Assembled {

    private static final Logger LOG = LoggerFactory.getLogger("io.fluxalchemy.Session");

    private record Operation(String verb, String place, AtomicBoolean isSubscribed) {}

    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();

    <T> Mono<T> note(String verb, Mono<T> operation) {
        Operation noted = assembled(verb);
        return Mono.defer(() -> {
            noted.isSubscribed().set(true);
            return operation;
        });
    }

    <T> Flux<T> note(String verb, Flux<T> operation) {
        Operation noted = assembled(verb);
        return Flux.defer(() -> {
            noted.isSubscribed().set(true);
            return operation;
        });
    }

    /** Logs what nobody subscribed to. */
    void report(String session) {
        for (Operation operation : operations) {
            if (!operation.isSubscribed().get()) {
                LOG.warn(
                        "{}: session.{}(…) was assembled at {} and never subscribed, so it did nothing: return it from the body, or"
                                + " chain it with then(…)",
                        session,
                        operation.verb(),
                        operation.place());
            }
        }
    }

    private Operation assembled(String verb) {
        Operation operation = new Operation(verb, place(), new AtomicBoolean());
        operations.add(operation);
        return operation;
    }

    /** The first frame outside this library's sessions. */
    private static String place() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().equals(Assembled.class.getName())
                                && !frame.getClassName().equals(WatchedSession.class.getName()))
                        .findFirst())
                .map(frame -> frame.toStackTraceElement().toString())
                .orElse("an unknown place");
    }
}
