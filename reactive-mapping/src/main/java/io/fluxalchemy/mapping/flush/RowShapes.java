package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.EntityModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shapes met in one flush so far. */
final class RowShapes {

    /** How many shapes of a class are looked through; rows of rarer ones find their step by name. */
    private static final int SEARCHED = 8;

    private final Map<EntityModel<?>, List<RowShape>> known = new HashMap<>();

    /** The shape of a row; the lists are only read. */
    RowShape of(EntityModel<?> model, List<Integer> written, List<Integer> returned) {
        List<RowShape> shapes = known.computeIfAbsent(model, m -> new ArrayList<>(1));
        for (int i = 0; i < shapes.size(); i++) {
            if (shapes.get(i).isOf(model, written, returned)) {
                return shapes.get(i);
            }
        }
        RowShape shape = new RowShape(model, written, returned);
        if (shapes.size() < SEARCHED) {
            shapes.add(shape);
        }
        return shape;
    }
}
