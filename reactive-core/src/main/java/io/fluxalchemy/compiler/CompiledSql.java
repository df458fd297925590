package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.Identifiers;
import io.fluxalchemy.schema.SchemaMap;
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
 * @param schemas where the text names what is in a schema, in order
 */
public record CompiledSql(
        String text,
        List<Slot> slots,
        Effect effect,
        @Nullable String generatedKey,
        List<SchemaPlace> schemas) {

    /** A statement that asks the driver for no key, and in whose text no schema can be replaced. */
    public CompiledSql(String text, List<Slot> slots, Effect effect) {
        this(text, slots, effect, null, List.of());
    }

    public CompiledSql {
        slots = List.copyOf(slots);
        schemas = List.copyOf(schemas);
    }

    /** The same statement where other schemas stand for those its tables name. */
    public CompiledSql in(SchemaMap map, Identifiers identifiers) {
        if (map.isNone() || schemas.isEmpty()) {
            return this;
        }
        StringBuilder other = new StringBuilder(text.length() + 16 * schemas.size());
        int from = 0;
        for (SchemaPlace place : schemas) {
            String actual = map.actual(place.schema());
            other.append(text, from, place.at());
            if (actual != null) {
                String quoted = identifiers.quoted(actual);
                other.append(place.inLiteral() ? SqlBuffer.inLiteral(quoted) : quoted)
                        .append('.');
            }
            from = place.at() + place.length();
        }
        other.append(text, from, text.length());
        return new CompiledSql(other.toString(), slots, effect, generatedKey, List.of());
    }

    /**
     * Where the text names a table, a sequence or a type.
     *
     * @param at where its schema begins, or would begin
     * @param length of the schema as it is written, with its dot; 0 for none
     * @param schema as it is named there; null for none
     * @param inLiteral whether the name is part of a literal
     */
    public record SchemaPlace(int at, int length, @Nullable String schema, boolean inLiteral) {}

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
