package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.library.Library;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.RelationLink;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.state.EntityKey;
import io.fluxalchemy.mapping.state.FrozenValue;
import io.fluxalchemy.mapping.state.IdentityMap;
import io.fluxalchemy.mapping.state.Snapshot;
import java.util.Collection;

/** A session's memory without a session: what is added, what counts as loaded, what is deleted. */
final class Unit {

    final IdentityMap identityMap = new IdentityMap();

    /** Added: new. */
    <E> E add(E entity) {
        identityMap.add(model(entity), entity);
        return entity;
    }

    /** As if just read from the database, with every collection loaded as it is now. */
    <E> E load(E entity) {
        EntityModel<E> model = model(entity);
        Object[] values = model.columns().values(entity);
        for (int i = 0; i < values.length; i++) {
            values[i] = FrozenValue.freeze(model.columns().all().get(i).type(), values[i]);
        }
        Snapshot snapshot = Snapshot.of(values);
        for (RelationLink link : Library.MAPPING.relations(model)) {
            if (link.attribute() instanceof ToManyAttribute<?, ?> many) {
                @SuppressWarnings("unchecked")
                Object value = ((ToManyAttribute<E, ?>) many).access().get(entity);
                snapshot = snapshot.withCollection(many.name(), (Collection<?>) value);
            }
        }
        identityMap.load(model, entity, EntityKey.ofEntity(model, entity), snapshot);
        return entity;
    }

    void delete(Object entity) {
        identityMap.delete(identityMap.entry(entity));
    }

    FlushPlan plan() {
        return new FlushPlanner(Library.MAPPING).plan(identityMap);
    }

    String printed() {
        return plan().toString();
    }

    private static <E> EntityModel<E> model(E entity) {
        return Library.MAPPING.modelOf(entity);
    }
}
