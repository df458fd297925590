package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.state.EntityEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes from owners the values that their members refer to; mostly the id. */
final class OwnerKey<O> {

    private final @Nullable List<EntityColumn<O>> columns;

    OwnerKey(EntityModel<O> model, List<String> names) {
        List<String> id = model.columns().id().stream().map(EntityColumn::name).toList();
        this.columns = names.equals(id)
                ? null
                : names.stream()
                        .map(name -> model.columns().all().get(model.columns().indexOf(name)))
                        .toList();
    }

    /** The key; null where a part of it is not set. */
    @Nullable
    Object of(EntityEntry<O> owner) {
        if (columns == null) {
            return owner.key();
        }
        List<Object> parts = new ArrayList<>();
        for (EntityColumn<O> column : columns) {
            Object value = column.read(owner.entity());
            if (value == null) {
                return null;
            }
            parts.add(value);
        }
        return parts.size() == 1 ? parts.get(0) : Collections.unmodifiableList(parts);
    }
}
