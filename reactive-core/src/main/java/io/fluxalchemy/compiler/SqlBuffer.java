package io.fluxalchemy.compiler;

import io.fluxalchemy.compiler.CompiledSql.Effect;
import io.fluxalchemy.compiler.CompiledSql.SchemaPlace;
import io.fluxalchemy.compiler.CompiledSql.Slot;
import io.fluxalchemy.dialect.BindSyntax;
import io.fluxalchemy.dialect.Identifiers;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of one statement as it grows, with what its markers take and what running it may change. */
final class SqlBuffer {

    private static final int SEARCHED = 12;

    private final StringBuilder text = new StringBuilder(160);
    private final List<Slot> slots = new ArrayList<>();
    private @Nullable Map<Slot, Integer> places;
    private final BindSyntax syntax;
    private Effect effect = Effect.READ;
    private @Nullable String generatedKey;
    private final List<SchemaPlace> schemas = new ArrayList<>(4);

    SqlBuffer(BindSyntax syntax) {
        this.syntax = syntax;
    }

    void append(String sql) {
        text.append(sql);
    }

    void append(char sql) {
        text.append(sql);
    }

    /** A table's name, whose schema may be replaced when the statement runs. */
    void table(TableName table, Identifiers identifiers) {
        String schema = table.schema();
        String written = schema == null ? "" : identifiers.quoted(schema) + ".";
        schemas.add(new SchemaPlace(text.length(), written.length(), schema));
        text.append(written).append(identifiers.quoted(table.name()));
    }

    /** The marker of a value, for the caller to append. */
    String marker(Slot slot, boolean untyped) {
        int known = syntax.isRepeatable() ? place(slot) : -1;
        if (known >= 0) {
            return syntax.marker(known + 1, slot.type(), untyped);
        }
        slots.add(slot);
        return syntax.marker(slots.size(), slot.type(), untyped);
    }

    /** Where a slot has its marker already; few are looked through, many are filed. */
    private int place(Slot slot) {
        if (slots.size() <= SEARCHED) {
            return slots.indexOf(slot);
        }
        if (places == null) {
            places = new HashMap<>();
            for (int i = 0; i < slots.size(); i++) {
                places.put(slots.get(i), i);
            }
        }
        Integer known = places.putIfAbsent(slot, slots.size());
        return known == null ? -1 : known;
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
        return new CompiledSql(text.toString(), slots, effect, generatedKey, schemas);
    }
}
