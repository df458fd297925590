package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.Relation;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.sql.RowReader;
import io.fluxalchemy.sql.RowValues;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects, row by row, which targets of one joined relation belong to which owners. Confined to one result. */
final class JoinedFields<O, T> {

    private final LoadScope scope;
    private final RelationField<O, T> field;
    private final RowReader<T> reader;
    private final @Nullable JoinedFields<?, ?> parent;
    private final int offset;
    private final Map<O, Distinct<T>> found = new IdentityHashMap<>();
    private @Nullable T current;

    JoinedFields(
            LoadScope scope,
            Relation<O, T> relation,
            EntityTable<T, ?> target,
            @Nullable JoinedFields<?, ?> parent,
            int offset) {
        this.scope = scope;
        this.field = RelationField.of(relation);
        this.reader = target.selection().reader();
        this.parent = parent;
        this.offset = offset;
    }

    /** Reads the target of this row; its owner is the row's root or what the parent read from the same row. */
    @SuppressWarnings("unchecked") // the owner is of the class the relation belongs to
    void read(Object root, RowValues row, int from) {
        O owner = (O) (parent == null ? root : parent.current);
        current = reader.read(row, from + offset);
        if (owner == null) {
            return;
        }
        Distinct<T> targets = found.computeIfAbsent(owner, any -> new Distinct<>());
        if (current != null) {
            targets.add(current);
        }
    }

    void fill() {
        ToManyAttribute<O, T> many = field.many();
        ToOneAttribute<O, T> one = field.one();
        found.forEach((owner, targets) -> {
            EntityEntry<O> entry = scope.entry(owner);
            if (entry == null || field.isLoaded(owner)) {
                return;
            }
            if (many != null) {
                CollectionFilling.fill(scope, entry, many, targets.inOrder());
            } else if (one != null) {
                CollectionFilling.fill(
                        scope,
                        entry,
                        one,
                        targets.inOrder().isEmpty() ? null : targets.inOrder().get(0));
            }
        });
    }
}
