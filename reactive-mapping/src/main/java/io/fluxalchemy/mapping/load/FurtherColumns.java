package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.EntityModel;
import java.util.Map;

/**
 * Where in a row the columns begin that subclasses of an entity have besides the entity's own: behind its own, unless said
 * otherwise.
 */
record FurtherColumns(Map<Place, Integer> elsewhere) {

    static final FurtherColumns BEHIND = new FurtherColumns(Map.of());

    /** An entity whose own columns begin at a position. */
    record Place(EntityModel<?> model, int from) {}

    int of(EntityModel<?> model, int from) {
        int behind = from + model.columns().size();
        return elsewhere.isEmpty() ? behind : elsewhere.getOrDefault(new Place(model, from), behind);
    }
}
