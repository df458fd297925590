package io.fluxalchemy.faults.model;

import java.util.List;

/** One step of a program. */
sealed interface Step {

    /** Stores a row of its own. */
    record Insert(int key) implements Step {}

    /** Stores a row that is there already, which the database refuses. */
    record Refused(boolean swallowed) implements Step {}

    record Read() implements Step {}

    /** The program throws. */
    record Fails() implements Step {}

    /** A statement that takes a while, whose caller does not wait. */
    record LeftBehind() implements Step {}

    /** Whoever runs the block that this ends leaves it: steps behind it never run. */
    record Left() implements Step {}

    /** Several statements at the same time. */
    record AtOnce(List<Integer> keys) implements Step {}

    /** A block in it, under a savepoint or joined to the transaction around it. */
    record Block(boolean nested, boolean swallowed, List<Step> steps) implements Step {}
}
