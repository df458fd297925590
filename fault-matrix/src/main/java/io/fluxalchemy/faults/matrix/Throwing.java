package io.fluxalchemy.faults.matrix;

import java.io.IOException;
import java.util.function.Supplier;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** What users' code throws, and where. */
record Throwing(Place place, Kind kind) implements Fault {

    /** Where it is thrown. */
    enum Place {
        /** The function that makes the body. */
        ASSEMBLY,
        /** A publisher of the body ends in it. */
        SIGNAL,
        /** An operator of the body throws it. */
        OPERATOR,
        /** What reads a row throws it. */
        READER,
        /** An operator behind a row throws it. */
        ROW
    }

    /** What is thrown. */
    enum Kind {
        UNCHECKED(IllegalStateException.class, () -> new IllegalStateException("thrown")),
        CHECKED(IOException.class, () -> new IOException("thrown")),
        ERROR(AssertionError.class, () -> new AssertionError("thrown")),
        STACK_OVERFLOW(StackOverflowError.class, () -> new StackOverflowError("thrown")),
        OUT_OF_MEMORY(OutOfMemoryError.class, () -> new OutOfMemoryError("thrown")),
        LINKAGE(NoClassDefFoundError.class, () -> new NoClassDefFoundError("thrown"));

        private final Class<? extends Throwable> type;
        private final Supplier<? extends Throwable> made;

        Kind(Class<? extends Throwable> type, Supplier<? extends Throwable> made) {
            this.type = type;
            this.made = made;
        }

        Class<? extends Throwable> type() {
            return type;
        }

        /** Whether Reactor lets it pass through every operator to the thread instead of signalling it. */
        boolean isOfTheJvm() {
            return this == STACK_OVERFLOW || this == OUT_OF_MEMORY || this == LINKAGE;
        }
    }

    @Override
    public String name() {
        return kind + "_in_" + place;
    }

    @Override
    public void arm(CaseRun run) {
        switch (place) {
            case ASSEMBLY -> run.work().throwAtOnce((RuntimeException) kind.made.get());
            case SIGNAL -> run.work().hook(Mono.error(kind.made));
            case OPERATOR -> run.work().hook(Mono.just(1).map(n -> thrown()).then());
            case READER -> {
                run.work().reading(text -> text.startsWith("row 250 ") ? thrown() : text);
                if (run.fault().phase() == Phase.P5_STATEMENT) {
                    run.work().statement(run.work()::reading);
                }
            }
            case ROW -> {
                run.work().afterReading(text -> text.startsWith("row 250 ") ? thrown() : text);
                if (run.fault().phase() == Phase.P5_STATEMENT) {
                    run.work().statement(run.work()::reading);
                }
            }
        }
    }

    private String thrown() {
        Throwable made = kind.made.get();
        if (made instanceof Error error) {
            throw error;
        }
        throw Exceptions.propagate(made);
    }
}
