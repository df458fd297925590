package io.fluxalchemy.schema;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which schema of the database stands for a schema that tables name: tables are written once, in a schema such as {@code tenant}, and
 * each scope says which one that is. Text is compiled once for all of them. Names are quoted as others are, so they may come from
 * outside. SQL given as text is left alone. Immutable.
 */
public final class SchemaMap {

    /** Every schema is what it is called. */
    public static final SchemaMap NONE = new SchemaMap(Map.of(), null);

    private final Map<String, String> named;
    private final @Nullable String unnamed;

    private SchemaMap(Map<String, String> named, @Nullable String unnamed) {
        this.named = Map.copyOf(named);
        this.unnamed = unnamed;
    }

    /**
     * @param schema as tables name it
     * @param actual as the database has it
     */
    public static SchemaMap of(String schema, String actual) {
        return NONE.and(schema, actual);
    }

    /** The schema of tables that name none. */
    public static SchemaMap unnamed(String actual) {
        return NONE.andUnnamed(actual);
    }

    /** One schema more. A schema that is what it is called is said so: {@code and("shared", "shared")}. */
    public SchemaMap and(String schema, String actual) {
        Map<String, String> more = new HashMap<>(named);
        more.put(schema, actual);
        return new SchemaMap(more, unnamed);
    }

    /** And the schema of tables that name none. */
    public SchemaMap andUnnamed(String actual) {
        return new SchemaMap(named, actual);
    }

    /** This map with what another one says in its place. */
    public SchemaMap with(SchemaMap over) {
        if (over.isNone() || equals(over)) {
            return this;
        } else if (isNone()) {
            return over;
        }
        Map<String, String> all = new HashMap<>(named);
        all.putAll(over.named);
        return new SchemaMap(all, over.unnamed == null ? unnamed : over.unnamed);
    }

    public boolean isNone() {
        return named.isEmpty() && unnamed == null;
    }

    /**
     * The schema that stands for this one; null for none.
     *
     * @throws StatementException if schemas are said and this is none of them
     */
    public @Nullable String actual(@Nullable String schema) {
        if (schema == null || named.isEmpty()) {
            return schema == null ? unnamed : schema;
        }
        String actual = named.get(schema);
        if (actual == null) {
            throw new StatementException("a table is of the schema '" + schema
                    + "', and the schemas in force here stand for " + new TreeMap<>(named).keySet() + ": add and(\""
                    + schema + "\", …), with its own name where it is called so");
        }
        return actual;
    }

    /** As {@link #actual(String)}, of a table's name. */
    public TableName actual(TableName table) {
        return isNone() ? table : new TableName(actual(table.schema()), table.name());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SchemaMap that && named.equals(that.named) && Objects.equals(unnamed, that.unnamed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(named, unnamed);
    }

    @Override
    public String toString() {
        return new TreeMap<>(named) + (unnamed == null ? "" : " and " + unnamed + " for none");
    }
}
