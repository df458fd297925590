package io.fluxalchemy.mapping.model;

import io.fluxalchemy.schema.ColumnDefinition;
import io.fluxalchemy.schema.ForeignKey;
import io.fluxalchemy.schema.TableDefinition;
import io.fluxalchemy.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the table definition of an entity model. */
final class EntitySchema {

    private EntitySchema() {}

    static TableDefinition table(EntityModel<?> model) {
        List<String> primaryKey =
                model.columns().id().stream().map(EntityColumn::name).toList();
        return new TableDefinition(
                model.tableName(), columns(model), primaryKey, keys(model), uniques(model), List.of(), model.indexes());
    }

    private static List<ColumnDefinition> columns(EntityModel<?> model) {
        Map<String, ColumnDefinition> columns = new LinkedHashMap<>();
        for (EntityColumn<?> column : model.columns().all()) {
            ColumnDefinition known = columns.get(column.name());
            boolean nullable = column.nullable() && (known == null || known.nullable());
            if (known == null || !column.isReadOnly()) {
                columns.put(
                        column.name(),
                        new ColumnDefinition(column.name(), column.type(), nullable, column.generation()));
            }
        }
        return List.copyOf(columns.values());
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
