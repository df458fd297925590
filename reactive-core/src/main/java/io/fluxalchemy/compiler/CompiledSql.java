package io.fluxalchemy.compiler;

import java.util.List;

/**
 * The text of a statement for one dialect, without any value in it, and what the engine must know about it.
 *
 * @param text with the dialect's bind markers
 * @param slots for each bind marker in order, which value of the statement it takes
 * @param effect what running it may change
 */
public record CompiledSql(String text, List<Slot> slots, Effect effect) {
    public CompiledSql {
        slots = List.copyOf(slots);
    }

    /** What running a statement may change; decides what may travel with BEGIN and what a connection must be cleaned of. */
    public enum Effect {
        /** Reads and takes no lock. */
        READ,
        /** Writes rows or takes row locks. */
        WRITE,
        /** Text the compiler cannot vouch for: may change session settings. */
        UNKNOWN
    }

    /** Which value a bind marker takes: the statement's {@code ordinal}-th value in the order of the tree. */
    public record Slot(int ordinal) {}
}
