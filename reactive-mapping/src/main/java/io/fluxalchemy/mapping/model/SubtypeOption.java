package io.fluxalchemy.mapping.model;

import io.fluxalchemy.sql.StatementOption;

/**
 * An option for the entities of one class among those of a hierarchy; made by {@link EntityTable#whenIs}.
 *
 * @param <E> the class of the result the option is for
 */
public record SubtypeOption<E>(EntityTable<? extends E, ?> subtype, StatementOption<?> option)
        implements StatementOption<E> {

    @Override
    public String toString() {
        return "whenIs(" + subtype.describe() + ", " + option + ")";
    }
}
