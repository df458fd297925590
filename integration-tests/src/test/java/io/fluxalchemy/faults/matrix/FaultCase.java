package io.fluxalchemy.faults.matrix;

import java.util.Locale;

/** One case of the matrix. */
record FaultCase(Phase phase, Fault fault, Shape shape, int pool, Expected expected) {

    /** Stable over runs, for {@code -Dfaults.only}. */
    String id() {
        return (phase.name().replaceFirst("_.*", "") + "-" + fault.name() + "-" + shape + "-" + pool)
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }
}
