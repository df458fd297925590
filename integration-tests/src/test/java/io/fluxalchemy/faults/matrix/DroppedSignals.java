package io.fluxalchemy.faults.matrix;

import io.r2dbc.postgresql.message.backend.BackendMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.Exceptions;
import reactor.core.publisher.Hooks;
import reactor.netty.channel.AbortedException;

/** Signals that reached nobody while this watches. Reactor has one such hook in a JVM, so one watches at a time. */
public final class DroppedSignals implements AutoCloseable {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    private DroppedSignals() {}

    public static DroppedSignals watch() {
        DroppedSignals watch = new DroppedSignals();
        Hooks.onErrorDropped(error -> {
            if (!isTheDriversOwn(error)) {
                watch.seen.add("an error: " + print(error));
            }
        });
        Hooks.onNextDropped(value -> {
            if (!isTheDriversOwn(value) && !CallersHands.hold()) {
                watch.seen.add("a value: " + value + print(new Throwable("dropped here")));
            }
        });
        return watch;
    }

    public List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        Hooks.resetOnErrorDropped();
        Hooks.resetOnNextDropped();
    }

    /** Writing its farewell to a link that was reset, or is closed already, the driver listens to no error. */
    private static boolean isTheDriversOwn(Throwable error) {
        return Exceptions.isErrorCallbackNotImplemented(error)
                && (error.getCause() instanceof IOException || error.getCause() instanceof AbortedException);
    }

    /**
     * Messages that the driver still reads from a link it has given up: it releases each and drops it, whoever asked having had
     * the link's error. They never leave the driver, so no operator of ours can have dropped one.
     */
    private static boolean isTheDriversOwn(Object value) {
        return value instanceof BackendMessage;
    }

    private static String print(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
