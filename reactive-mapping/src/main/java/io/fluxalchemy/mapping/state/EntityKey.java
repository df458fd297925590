package io.fluxalchemy.mapping.state;

import io.fluxalchemy.mapping.model.Attribute;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.EmbeddedAttribute;
import io.fluxalchemy.mapping.model.EntityModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns ids into keys that can be compared: a single id is its own key, a composite one is the list of its columns' values, so
 * that id classes need no {@code equals}. Stateless.
 */
public final class EntityKey {

    private EntityKey() {}

    /** The key of an id; null where the id or a part of it is null. */
    @SuppressWarnings("unchecked") // the id of a model is an instance of the class its attribute has
    public static @Nullable Object ofId(EntityModel<?> model, @Nullable Object id) {
        if (id == null || !(model.id() instanceof EmbeddedAttribute<?, ?> embedded)) {
            return id;
        }
        List<Object> values = new ArrayList<>();
        for (BasicAttribute<?, ?> part : embedded.model().attributes()) {
            Object value = ((BasicAttribute<Object, ?>) part).access().get(id);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return Collections.unmodifiableList(values);
    }

    /** The key of an entity's id; null where the id is unset: null, or 0 in a generated primitive. */
    public static <E> @Nullable Object ofEntity(EntityModel<E> model, E entity) {
        Attribute<E> attribute = model.id();
        Object id = attribute.access().get(entity);
        if (attribute instanceof BasicAttribute<E, ?> basic
                && basic.primitive()
                && basic.generation() != null
                && id instanceof Number number
                && number.longValue() == 0) {
            return null;
        }
        return ofId(model, id);
    }

    /** The value of one of the id's columns. */
    public static Object columnValue(Object key, int part) {
        return key instanceof List<?> values ? values.get(part) : key;
    }

    /** The values of the id's columns, in the model's order. */
    public static List<Object> columnValues(Object key) {
        if (key instanceof List<?> values) {
            return Collections.unmodifiableList(values);
        }
        return List.of(key);
    }
}
