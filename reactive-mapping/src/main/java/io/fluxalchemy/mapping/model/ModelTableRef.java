package io.fluxalchemy.mapping.model;

import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.sql.tree.ColumnDefault;
import io.fluxalchemy.sql.tree.ForeignKeyRef;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.sql.tree.TableRef;
import io.fluxalchemy.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of an entity as the query language sees it. Targets of relations are touched when foreign keys are asked for. */
record ModelTableRef(EntityModel<?> model) implements TableRef {

    @Override
    public TableName tableName() {
        return model.tableName();
    }

    @Override
    public List<ForeignKeyRef> foreignKeys() {
        List<ForeignKeyRef> keys = new ArrayList<>();
        for (Attribute<?> attribute : model.attributes()) {
            if (attribute instanceof ToOneAttribute<?, ?> one && one.mappedBy() == null) {
                keys.add(new ForeignKeyRef(
                        null,
                        one.columns().stream().map(JoinColumnModel::name).toList(),
                        one.target().get().model().tableName(),
                        one.columns().stream().map(JoinColumnModel::referenced).toList()));
            }
        }
        return keys;
    }

    /** What a row of this class is told by, where its table has rows of several. */
    @Override
    public List<ColumnDefault> insertDefaults() {
        Hierarchy hierarchy = model.hierarchy();
        Object value = model.discriminatorValue();
        return hierarchy == null || value == null
                ? List.of()
                : List.of(new ColumnDefault(hierarchy.column(), hierarchy.type(), () -> value));
    }

    @Override
    public boolean isNullable(String column) {
        int position = model.columns().indexOf(column);
        return position < 0
                || position >= model.root().columns().size()
                || model.columns().all().get(position).nullable();
    }

    @Override
    public boolean isIdentity(String column) {
        int position = model.columns().indexOf(column);
        return position >= 0 && model.columns().all().get(position).generation() instanceof Generation.Identity;
    }

    @Override
    public @Nullable Node restriction(TableSource in) {
        Hierarchy hierarchy = model.hierarchy();
        return hierarchy == null || model.parent() == null ? null : hierarchy.isA(model, in);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelTableRef that && model == that.model;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(model);
    }
}
