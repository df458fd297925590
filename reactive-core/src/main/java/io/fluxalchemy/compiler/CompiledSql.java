package io.fluxalchemy.compiler;

import io.fluxalchemy.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a statement for one dialect, without any value in it, and what the engine must know about it.
 *
 * @param text with the dialect's bind markers
 * @param slots for each bind marker in order, which value of the statement it takes
 * @param effect what running it may change
 * @param generatedKey the column whose new value the driver is asked for, where the text cannot ask the database; else null
 */
public record CompiledSql(
        String text,
        List<Slot> slots,
        Effect effect,
        @Nullable String generatedKey) {

    public CompiledSql(String text, List<Slot> slots, Effect effect) {
        this(text, slots, effect, null);
    }

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

    /**
     * Which value a bind marker takes.
     *
     * @param ordinal the statement's {@code ordinal}-th value in the order of the tree, counted from 0
     * @param element which element where that value is a list spread over several markers, its last one being repeated beyond its
     *     end; {@link #WHOLE} otherwise
     * @param type what the value is bound as
     */
    public record Slot(int ordinal, int element, SqlType<?> type) {

        /** The value is bound as it is; a list as one array. */
        public static final int WHOLE = -1;
    }
}
