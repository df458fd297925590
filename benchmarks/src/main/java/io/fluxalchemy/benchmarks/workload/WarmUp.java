package io.fluxalchemy.benchmarks.workload;

import java.time.Duration;

/**
 * How long a contender runs a workload before it is measured. The JVM compiles what is hot, and code of more layers is hot later: a
 * time that is enough for one contender measures the compiler of another.
 *
 * @param least how long at least
 * @param most how long it goes on while its rate still grows; no longer than {@code least} measures after that time, steady or not
 */
record WarmUp(Duration least, Duration most) {

    static final WarmUp DEFAULT = new WarmUp(Duration.ofMillis(3_000), Duration.ZERO);

    /** What counts as growing, and how many slices in a row must not have grown. */
    private static final double GROWTH = 1.03;

    private static final int STEADY_SLICES = 4;
    private static final Duration SLICE = Duration.ofMillis(1_500);

    WarmUp atLeast(Duration other) {
        return new WarmUp(other, most);
    }

    WarmUp atMost(Duration other) {
        return new WarmUp(least, other);
    }

    /** Runs the workload until it may be measured; how long that took, without the checks. */
    Duration run(ContenderHandle contender, Workload workload) {
        if (most.compareTo(least) <= 0) {
            return Duration.ofNanos(contender.measure(workload, least).nanos());
        }
        long spent = 0;
        double best = 0;
        for (int steady = 0; spent < least.toNanos() || steady < STEADY_SLICES && spent < most.toNanos(); ) {
            Figures slice = contender.measure(workload, SLICE);
            spent += slice.nanos();
            boolean hasGrown = slice.rate() > best * GROWTH;
            steady = hasGrown ? 0 : steady + 1;
            best = hasGrown ? slice.rate() : best;
        }
        return Duration.ofNanos(spent);
    }
}
