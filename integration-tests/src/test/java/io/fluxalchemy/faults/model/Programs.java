package io.fluxalchemy.faults.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes programs by chance; the same seed makes the same. */
final class Programs {

    private static final int DEEPEST = 3;

    private final Random random;
    private final AtomicInteger keys;

    Programs(long seed, AtomicInteger keys) {
        this.random = new Random(seed);
        this.keys = keys;
    }

    List<Step> next() {
        return steps(0, false);
    }

    /** @param isBehindFailure whether a statement before these, on the same savepoint, may have failed */
    private List<Step> steps(int depth, boolean isBehindFailure) {
        List<Step> steps = new ArrayList<>();
        int count = 1 + random.nextInt(depth == 0 ? 6 : 4);
        // a statement after a failed one fails at once: whether its caller left before that is chance
        boolean mayHaveFailed = isBehindFailure;
        for (int i = 0; i < count; i++) {
            int chance = random.nextInt(100);
            if (chance < 36) {
                steps.add(new Step.Insert(keys.incrementAndGet()));
            } else if (chance < 44) {
                steps.add(new Step.Read());
            } else if (chance < 50) {
                steps.add(new Step.AtOnce(
                        List.of(keys.incrementAndGet(), keys.incrementAndGet(), keys.incrementAndGet())));
            } else if (chance < 55 && !mayHaveFailed) {
                steps.add(new Step.LeftBehind());
            } else if (chance < 60) {
                boolean swallowed = random.nextBoolean();
                mayHaveFailed |= swallowed;
                steps.add(new Step.Refused(swallowed));
            } else if (chance < 63) {
                steps.add(new Step.Fails());
            } else if (chance < 65) {
                steps.add(new Step.Left());
            } else if (depth < DEEPEST) {
                boolean nested = random.nextInt(3) > 0;
                boolean swallowed = random.nextInt(3) > 0;
                mayHaveFailed |= !nested;
                steps.add(new Step.Block(nested, swallowed, steps(depth + 1, !nested && mayHaveFailed)));
            }
        }
        return steps;
    }
}
