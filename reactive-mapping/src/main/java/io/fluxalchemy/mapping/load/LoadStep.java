package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.EntityModel;
import org.jspecify.annotations.Nullable;

/**
 * A load of a query.
 *
 * @param only the class whose entities it is for; null where it is for all of them
 */
record LoadStep(@Nullable EntityModel<?> only, Load<?, ?> load) {

    /** Whether a join can bring it; one for some of the entities would be joined to the rows of all. */
    boolean mayJoin() {
        return only == null && load.strategy() == LoadStrategy.JOINED;
    }

    boolean isFor(EntityModel<?> model) {
        return only == null || model.isKindOf(only);
    }
}
