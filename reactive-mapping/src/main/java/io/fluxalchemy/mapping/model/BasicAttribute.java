package io.fluxalchemy.mapping.model;

import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A field kept in one column.
 *
 * @param access reads and writes the field, primitives boxed
 * @param generation what fills the column when the field is unset at insert; null if only the field does
 */
public record BasicAttribute<E, V>(
        String name,
        String column,
        SqlType<V> type,
        Accessor<E, V> access,
        boolean nullable,
        boolean unique,
        boolean insertable,
        boolean updatable,
        boolean primitive,
        @Nullable Generation generation)
        implements Attribute<E> {

    /** A nullable, insertable, updatable column; the withers below change one thing each. */
    public static <E, V> BasicAttribute<E, V> of(String name, String column, SqlType<V> type, Accessor<E, V> access) {
        return new BasicAttribute<>(name, column, type, access, true, false, true, true, false, null);
    }

    public BasicAttribute<E, V> notNull() {
        return new BasicAttribute<>(
                name, column, type, access, false, unique, insertable, updatable, primitive, generation);
    }

    public BasicAttribute<E, V> asUnique() {
        return new BasicAttribute<>(
                name, column, type, access, nullable, true, insertable, updatable, primitive, generation);
    }

    public BasicAttribute<E, V> notInsertable() {
        return new BasicAttribute<>(
                name, column, type, access, nullable, unique, false, updatable, primitive, generation);
    }

    public BasicAttribute<E, V> notUpdatable() {
        return new BasicAttribute<>(
                name, column, type, access, nullable, unique, insertable, false, primitive, generation);
    }

    /** The field is a primitive: its unset value is 0 or false, and it is never null. */
    public BasicAttribute<E, V> asPrimitive() {
        return new BasicAttribute<>(name, column, type, access, false, unique, insertable, updatable, true, generation);
    }

    public BasicAttribute<E, V> generated(Generation by) {
        return new BasicAttribute<>(name, column, type, access, nullable, unique, insertable, updatable, primitive, by);
    }

    /** The same field under another column name, as {@code @AttributeOverride} asks for. */
    public BasicAttribute<E, V> column(String other) {
        return new BasicAttribute<>(
                name, other, type, access, nullable, unique, insertable, updatable, primitive, generation);
    }
}
