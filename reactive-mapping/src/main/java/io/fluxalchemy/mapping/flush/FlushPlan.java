package io.fluxalchemy.mapping.flush;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one flush will do, step by step. A value: it holds the values as they were when it was made, so entities may be changed
 * while it runs. Its text, one line a step, shows tables, columns and keys, and no other value.
 */
public final class FlushPlan {

    private final List<FlushStep> steps;
    private final ChangeSet changes;

    FlushPlan(List<FlushStep> steps, ChangeSet changes) {
        this.steps = List.copyOf(steps);
        this.changes = changes;
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    List<FlushStep> steps() {
        return steps;
    }

    ChangeSet changes() {
        return changes;
    }

    @Override
    public String toString() {
        return steps.stream().map(FlushStep::toString).collect(Collectors.joining("\n"));
    }
}
