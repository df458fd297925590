package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.mapping.state.CollectionState;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.Snapshot;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what a relation leads to into its field, and remembers it where changes are tracked. Stateless. */
final class CollectionFilling {

    private CollectionFilling() {}

    static <O, T> void fill(
            LoadScope scope, EntityEntry<O> owner, ToManyAttribute<O, T> attribute, Collection<? extends T> members) {
        Collection<T> loaded = CollectionState.loaded(attribute, members);
        attribute.access().set(owner.entity(), loaded);
        Snapshot snapshot = owner.snapshot();
        if (snapshot != null) {
            scope.map().know(owner, snapshot.withCollection(attribute.name(), loaded));
        }
    }

    /** As above for the inverse side of a one-to-one, which is remembered as a collection of none or one. */
    static <O, T> void fill(LoadScope scope, EntityEntry<O> owner, ToOneAttribute<O, T> attribute, @Nullable T target) {
        attribute.access().set(owner.entity(), target);
        Snapshot snapshot = owner.snapshot();
        if (snapshot != null && attribute.mappedBy() != null) {
            scope.map()
                    .know(
                            owner,
                            snapshot.withCollection(attribute.name(), target == null ? List.of() : List.of(target)));
        }
    }
}
