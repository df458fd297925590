package io.fluxalchemy.compiler;

import io.fluxalchemy.compiler.CompiledSql.Effect;
import io.fluxalchemy.compiler.CompiledSql.SchemaPlace;
import io.fluxalchemy.compiler.CompiledSql.Slot;
import io.fluxalchemy.dialect.BindSyntax;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.Identifiers;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.type.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of one statement as it grows, with what its markers take and what running it may change. */
final class SqlBuffer {

    private static final int SEARCHED = 12;
    private static final List<String> CASTS = List.of("::", " as ");

    private final StringBuilder text = new StringBuilder(160);
    private final List<Slot> slots = new ArrayList<>();
    private @Nullable Map<Slot, Integer> places;
    private final BindSyntax syntax;
    private Effect effect = Effect.READ;
    private @Nullable String generatedKey;
    private @Nullable NamedType named;
    private final List<SchemaPlace> schemas = new ArrayList<>(4);

    /**
     * A type that users made.
     *
     * @param written its name in the text
     * @param length of its schema there, with the dot
     */
    private record NamedType(String written, @Nullable String schema, int length) {}

    SqlBuffer(BindSyntax syntax) {
        this.syntax = syntax;
    }

    void append(String sql) {
        if (named != null) {
            place(named, sql);
            named = null;
        }
        text.append(sql);
    }

    /** The next text may name this type in a cast; the schema of one that users made may be replaced when the statement runs. */
    void type(Storage storage, Dialect dialect) {
        Storage element = storage instanceof Storage.Array array ? array.element() : storage;
        if (element instanceof Storage.NamedEnum type && dialect.supports(Feature.NAMED_ENUMS)) {
            String schema = TableName.qualified(type.name()).schema();
            int length =
                    schema == null ? 0 : dialect.identifiers().quoted(schema).length() + 1;
            named = new NamedType(dialect.types().name(type), schema, length);
        }
    }

    private void place(NamedType type, String sql) {
        for (String before : CASTS) {
            String cast = before + type.written();
            for (int at = sql.indexOf(cast); at >= 0; at = sql.indexOf(cast, at + 1)) {
                int name = text.length() + at + before.length();
                schemas.add(new SchemaPlace(name, type.length(), type.schema(), false));
            }
        }
    }

    void append(char sql) {
        text.append(sql);
    }

    /** A table's name, whose schema may be replaced when the statement runs. */
    void table(TableName table, Identifiers identifiers) {
        String schema = table.schema();
        String written = schema == null ? "" : identifiers.quoted(schema) + ".";
        schemas.add(new SchemaPlace(text.length(), written.length(), schema, false));
        text.append(written).append(identifiers.quoted(table.name()));
    }

    /** As {@link #table}, of a sequence, whose name is part of a literal where an apostrophe stands before it. */
    void sequence(TableName sequence, Identifiers identifiers, String before) {
        if (!before.endsWith("'")) {
            table(sequence, identifiers);
            return;
        }
        String schema = sequence.schema();
        String written = schema == null ? "" : inLiteral(identifiers.quoted(schema)) + ".";
        schemas.add(new SchemaPlace(text.length(), written.length(), schema, true));
        text.append(written).append(inLiteral(identifiers.quoted(sequence.name())));
    }

    static String inLiteral(String name) {
        return name.replace("'", "''");
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
