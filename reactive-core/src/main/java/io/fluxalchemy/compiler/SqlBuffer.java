package io.fluxalchemy.compiler;

import io.fluxalchemy.compiler.CompiledSql.Effect;
import io.fluxalchemy.compiler.CompiledSql.Slot;
import io.fluxalchemy.dialect.BindSyntax;
import io.fluxalchemy.error.StatementException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of one statement as it grows, with what its markers take and what running it may change. */
final class SqlBuffer {

    private final StringBuilder text = new StringBuilder(160);
    private final List<Slot> slots = new ArrayList<>();
    private final Map<Slot, Integer> places = new HashMap<>();
    private final BindSyntax syntax;
    private Effect effect = Effect.READ;
    private @Nullable String generatedKey;

    SqlBuffer(BindSyntax syntax) {
        this.syntax = syntax;
    }

    void append(String sql) {
        text.append(sql);
    }

    void append(char sql) {
        text.append(sql);
    }

    /** The marker of a value, for the caller to append. */
    String marker(Slot slot, boolean untyped) {
        Integer known = syntax.isRepeatable() ? places.putIfAbsent(slot, slots.size()) : null;
        if (known != null) {
            return syntax.marker(known + 1, slot.type(), untyped);
        }
        slots.add(slot);
        return syntax.marker(slots.size(), slot.type(), untyped);
    }

    void writes() {
        if (effect == Effect.READ) {
            effect = Effect.WRITE;
        }
    }

    /** The driver is asked for the value the database gives this column. */
    void generatedKey(String column) {
        generatedKey = column;
    }

    void mayChangeAnything() {
        effect = Effect.UNKNOWN;
    }

    /** @throws StatementException if the statement binds more than {@code maxBinds} values */
    CompiledSql compiled(String dialect, int maxBinds) {
        if (slots.size() > maxBinds) {
            throw new StatementException(
                    "the statement binds " + slots.size() + " values and " + dialect + " takes at most " + maxBinds
                            + " in one statement: split it, or give a list of values as one collection");
        }
        return new CompiledSql(text.toString(), slots, effect, generatedKey);
    }
}
