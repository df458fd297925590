package io.fluxalchemy.faults.matrix;

import java.util.Locale;

/** One case of the matrix. */
public record FaultCase(Phase phase, Fault fault, Shape shape, int pool, Expected expected) {

    /** Stable over runs, for {@code -Dfaults.only}. */
    public String id() {
        return (phase.name().replaceFirst("_.*", "") + "-" + fault.name() + "-" + shape + "-" + pool)
                .toLowerCase(Locale.ROOT);
    }

    /** Whether its caller is told of a failure when the time to get a connection, or another for a lost one, is over. */
    boolean outlastsItsAcquire() {
        return (phase == Phase.P1_WAITING || phase == Phase.P3_BEGIN)
                && !expected.errors().isEmpty()
                && !expected.errors().contains(null);
    }

    /** Where the connection is kept, how long the end of what was cancelled takes is the machine's business. */
    boolean isPatient() {
        return expected.connection() == Expected.Fate.REUSED;
    }

    @Override
    public String toString() {
        return id();
    }
}
