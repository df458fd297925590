package io.fluxalchemy.mapping.model;

import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.TableExpression;
import org.jspecify.annotations.Nullable;

/**
 * The typed table of an entity; generated classes extend it. Immutable.
 *
 * @param <E> the entity class
 * @param <K> the class of its id
 */
public abstract class EntityTable<E, K> implements TableExpression, Selectable<E> {

    private final EntityModel<E> model;
    private final @Nullable String alias;

    protected EntityTable(EntityModel<E> model, @Nullable String alias) {
        this.model = model;
        this.alias = alias;
    }

    public final EntityModel<E> model() {
        return model;
    }

    @Override
    public final @Nullable String alias() {
        return alias;
    }

    /** The same table under an alias. */
    public abstract EntityTable<E, K> as(String alias);
}
