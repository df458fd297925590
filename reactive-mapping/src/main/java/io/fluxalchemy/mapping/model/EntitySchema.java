package io.fluxalchemy.mapping.model;

import io.fluxalchemy.schema.ColumnDefinition;
import io.fluxalchemy.schema.ForeignKey;
import io.fluxalchemy.schema.TableDefinition;
import io.fluxalchemy.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the table definition of an entity model. */
final class EntitySchema {

    private EntitySchema() {}

    /** @param members the classes whose rows are in the table: the root alone, or a hierarchy with the root first */
    static TableDefinition table(EntityModel<?> root, List<EntityModel<?>> members) {
        List<String> primaryKey =
                root.columns().id().stream().map(EntityColumn::name).toList();
        Map<String, ColumnDefinition> columns = new LinkedHashMap<>();
        Set<ForeignKey> keys = new LinkedHashSet<>();
        Set<UniqueConstraint> uniques = new LinkedHashSet<>();
        for (EntityModel<?> member : members) {
            columns(member, columns);
            keys.addAll(keys(member));
            uniques.addAll(uniques(member));
        }
        return new TableDefinition(
                root.tableName(),
                List.copyOf(columns.values()),
                primaryKey,
                List.copyOf(keys),
                List.copyOf(uniques),
                List.of(),
                root.indexes());
    }

    /** A subclass's column may be NULL whatever the attribute says: rows of other classes have no value for it. */
    private static void columns(EntityModel<?> model, Map<String, ColumnDefinition> columns) {
        int shared = model.root().columns().size();
        for (int i = 0; i < model.columns().size(); i++) {
            EntityColumn<?> column = model.columns().all().get(i);
            ColumnDefinition known = columns.get(column.name());
            boolean nullable = (column.nullable() || i >= shared) && (known == null || known.nullable());
            if (known == null || !column.isReadOnly()) {
                columns.put(
                        column.name(),
                        new ColumnDefinition(column.name(), column.type(), nullable, column.generation()));
            }
        }
    }

    private static List<ForeignKey> keys(EntityModel<?> model) {
        return new ModelTableRef(model)
                .foreignKeys().stream()
                        .map(key -> new ForeignKey(
                                null, key.columns(), key.target(), key.targetColumns(), ForeignKey.Action.NO_ACTION))
                        .toList();
    }

    private static List<UniqueConstraint> uniques(EntityModel<?> model) {
        List<UniqueConstraint> uniques = new ArrayList<>(model.uniques());
        for (EntityColumn<?> column : model.columns().all()) {
            boolean isPrimaryKey = column.attribute() == model.id();
            if (column.unique() && !isPrimaryKey) {
                uniques.add(new UniqueConstraint(null, List.of(column.name())));
            }
        }
        for (Attribute<?> attribute : model.attributes()) {
            if (attribute instanceof ToOneAttribute<?, ?> one
                    && one.unique()
                    && one.columns().size() > 1) {
                uniques.add(new UniqueConstraint(
                        null, one.columns().stream().map(JoinColumnModel::name).toList()));
            }
        }
        return uniques;
    }
}
