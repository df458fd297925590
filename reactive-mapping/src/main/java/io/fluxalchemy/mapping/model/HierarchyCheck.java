package io.fluxalchemy.mapping.model;

import io.fluxalchemy.type.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that the classes of one session factory that share a table fit together. */
final class HierarchyCheck {

    private final Map<Class<?>, EntityTable<?, ?>> tables;
    private final List<String> problems;
    private final Map<EntityModel<?>, Map<Object, EntityModel<?>>> values = new HashMap<>();
    private final Map<EntityModel<?>, Map<String, Written>> columns = new HashMap<>();

    private record Written(EntityModel<?> by, EntityColumn<?> column) {}

    HierarchyCheck(Map<Class<?>, EntityTable<?, ?>> tables, List<String> problems) {
        this.tables = tables;
        this.problems = problems;
    }

    void run() {
        tables.values().forEach(table -> model(table.model()));
    }

    private void model(EntityModel<?> model) {
        EntityModel<?> parent = model.parent();
        if (parent != null && !tables.containsKey(parent.type())) {
            problems.add(model.type().getName() + " extends the entity "
                    + parent.type().getName() + ", which is not one of this session factory's entities: add "
                    + parent.type().getSimpleName() + ".class to AsyncSessionFactory.of(…)");
        }
        Object value = model.discriminatorValue();
        if (value != null) {
            value(
                    model,
                    value,
                    values.computeIfAbsent(model.root(), any -> new HashMap<>()).putIfAbsent(value, model));
        }
        Map<String, Written> written = columns.computeIfAbsent(model.root(), any -> new HashMap<>());
        for (EntityColumn<?> column : model.columns().all()) {
            if (parent != null && model.declares(column.attribute()) && !isDiscriminator(model, column)) {
                column(model, column, written.putIfAbsent(column.name(), new Written(model, column)));
            }
        }
    }

    private static boolean isDiscriminator(EntityModel<?> model, EntityColumn<?> column) {
        return model.root().columns().all().contains(column);
    }

    private void value(EntityModel<?> model, Object value, @Nullable EntityModel<?> other) {
        if (other != null) {
            problems.add(other.type().getName() + " and " + model.type().getName()
                    + " both have the discriminator value " + value + " in table " + model.tableName()
                    + ": give one of them another @DiscriminatorValue");
        }
    }

    private static boolean isSame(SqlType<?> one, SqlType<?> other) {
        return one.javaType() == other.javaType() && one.storage().equals(other.storage());
    }

    private void column(EntityModel<?> model, EntityColumn<?> column, @Nullable Written other) {
        if (other != null && !isSame(other.column().type(), column.type())) {
            problems.add(other.by().type().getName() + "." + other.column().path() + " and "
                    + model.type().getName() + "." + column.path() + " are both kept in column " + model.tableName()
                    + "."
                    + column.name() + ", one as " + other.column().type().name() + " and one as "
                    + column.type().name() + ": give them one type, or rename one");
        }
    }
}
