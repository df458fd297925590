package io.fluxalchemy.mapping.model;

import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.type.SqlType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of an entity's table, as the entity fills it: a field, one field of an embeddable, or one column of a foreign key.
 *
 * @param path how messages name it within its entity, such as {@code address.city}
 * @param attribute the attribute it belongs to
 * @param reader takes the column's value from an entity; a foreign key's from the id of the entity referred to
 * @param join the foreign-key column this is, null for others
 * @param part the field of the embeddable, null outside embeddables
 */
public record EntityColumn<E>(
        String name,
        SqlType<?> type,
        String path,
        Attribute<E> attribute,
        Function<E, @Nullable Object> reader,
        boolean nullable,
        boolean unique,
        boolean insertable,
        boolean updatable,
        boolean primitive,
        @Nullable Generation generation,
        @Nullable JoinColumnModel join,
        @Nullable BasicAttribute<?, ?> part) {

    /** The value an entity holds for this column now. */
    public @Nullable Object read(E entity) {
        return reader.apply(entity);
    }

    /** Whether something other than this mapping is asked to write the column too: it is written by neither insert nor update. */
    public boolean isReadOnly() {
        return !insertable && !updatable;
    }

    /** Whether a value counts as never set: null, or zero in a primitive field. */
    public boolean isUnset(@Nullable Object value) {
        return value == null || primitive && value instanceof Number number && number.doubleValue() == 0;
    }

    /** Whether the database, not the entity, gives this column its value when it is unset at insert. */
    public boolean isFilledByDatabase() {
        return generation instanceof Generation.Identity
                || generation instanceof Generation.Default
                || generation instanceof Generation.Computed;
    }
}
