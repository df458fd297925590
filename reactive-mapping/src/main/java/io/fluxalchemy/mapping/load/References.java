package io.fluxalchemy.mapping.load;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.state.EntityKey;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stand-ins of one result, one per row they stand for, so that equal foreign keys give one object. */
final class References {

    /** Classes that rows of one query refer to. */
    private static final int FEW = 2;

    private final Map<EntityModel<?>, Map<Object, Object>> known = new HashMap<>(FEW);

    /** Rows with the same foreign key often come one after the other. */
    private @Nullable EntityModel<?> lastModel;

    private @Nullable Object lastKey;
    private @Nullable Object last;

    @SuppressWarnings("unchecked") // references are filed under the model they are made by
    <T> T of(EntityModel<T> model, Object key) {
        if (model != lastModel || !key.equals(lastKey) || last == null) {
            last = found(model, key);
            lastModel = model;
            lastKey = key;
        }
        return (T) last;
    }

    private <T> Object found(EntityModel<T> model, Object key) {
        Map<Object, Object> ofModel = known.get(model);
        if (ofModel == null) {
            ofModel = new HashMap<>();
            known.put(model, ofModel);
        }
        Object reference = ofModel.get(key);
        if (reference == null) {
            reference = factory(model).apply(id(model, key));
            ofModel.put(key, reference);
        }
        return reference;
    }

    /** A stand-in that does not even know the id. */
    static <T> T unknown(EntityModel<T> model) {
        return factory(model).apply(null);
    }

    private static <T> Object id(EntityModel<T> model, Object key) {
        return model.columns().keyOf(EntityKey.columnValues(key).toArray());
    }

    private static <T> Function<Object, T> factory(EntityModel<T> model) {
        @Nullable Function<Object, T> factory = model.reference();
        if (factory == null) {
            throw new MappingException(
                    model.type().getName() + " is final or has final accessors, so nothing can stand for it"
                            + " while it is not loaded: open the class and its accessors");
        }
        return factory;
    }
}
