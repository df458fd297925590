package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.sql.tree.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the relations of one entity against the entities they lead to. */
final class RelationCheck {

    private final EntityModel<?> model;
    private final Map<Class<?>, EntityTable<?, ?>> tables;
    private final Map<TableName, String> owners;
    private final List<String> problems;

    RelationCheck(
            EntityModel<?> model,
            Map<Class<?>, EntityTable<?, ?>> tables,
            Map<TableName, String> owners,
            List<String> problems) {
        this.model = model;
        this.tables = tables;
        this.owners = owners;
        this.problems = problems;
    }

    void run() {
        for (Attribute<?> attribute : model.attributes()) {
            if (!model.declares(attribute)) {
                continue;
            }
            if (attribute instanceof ToOneAttribute<?, ?> one) {
                relation(attribute, one.target().get());
                if (one.mappedBy() == null) {
                    columns(one.name(), one.columns(), one.target().get().model());
                }
            } else if (attribute instanceof ToManyAttribute<?, ?> many) {
                relation(attribute, many.target().get());
                toMany(many);
            }
        }
    }

    private void relation(Attribute<?> attribute, EntityTable<?, ?> target) {
        Class<?> type = target.model().type();
        if (!tables.containsKey(type)) {
            problems.add(place(attribute.name()) + " leads to " + type.getName()
                    + ", which is not one of this session factory's " + "entities: add " + type.getSimpleName()
                    + ".class to AsyncSessionFactory.of(…)");
        }
        try {
            RelationLink.of(model, attribute);
        } catch (MappingException problem) {
            problems.add(String.valueOf(problem.getMessage()));
        }
    }

    private void toMany(ToManyAttribute<?, ?> many) {
        JoinTableModel link = many.joinTable();
        if (link != null) {
            columns(many.name(), link.ownerColumns(), model);
            columns(many.name(), link.targetColumns(), many.target().get().model());
            String other = owners.putIfAbsent(link.table(), place(many.name()));
            if (other != null) {
                problems.add(place(many.name()) + " and " + other + " both use table " + link.table()
                        + ": where they are two sides of one relation, give one of them mappedBy; else name another table with "
                        + "@JoinTable(name = …)");
            }
            if (many.orphanRemoval()) {
                problems.add(
                        place(many.name()) + " is many-to-many and cannot have orphanRemoval: a member may still be "
                                + "linked elsewhere");
            }
        }
        for (String order : many.orderBy()) {
            String attribute = order.trim().split("[ .]", 2)[0];
            if (many.target().get().model().attribute(attribute) == null) {
                problems.add(place(many.name()) + " is ordered by " + attribute + ", which "
                        + many.target().get().model() + " does not have: correct @OrderBy");
            }
        }
    }

    private void columns(String attribute, List<JoinColumnModel> joins, EntityModel<?> target) {
        List<? extends EntityColumn<?>> id = target.columns().id();
        Set<String> referenced = new HashSet<>();
        for (JoinColumnModel join : joins) {
            referenced.add(join.referenced());
            id.stream()
                    .filter(column -> column.name().equals(join.referenced()))
                    .findFirst()
                    .ifPresentOrElse(
                            column -> type(attribute, join, target, column),
                            () -> problems.add(place(attribute) + ": join column " + join.name() + " refers to "
                                    + target.tableName() + "." + join.referenced() + ", which is not in the id of "
                                    + target
                                    + " " + names(id) + ": correct referencedColumnName"));
        }
        if (joins.size() != id.size() || referenced.size() != joins.size()) {
            problems.add(place(attribute) + " has " + joins.size() + " join columns, but the id of " + target
                    + " has the columns " + names(id) + ": declare one @JoinColumn for each");
        }
    }

    private void type(String attribute, JoinColumnModel join, EntityModel<?> target, EntityColumn<?> column) {
        if (!join.type().storage().equals(column.type().storage())) {
            problems.add(place(attribute) + ": join column " + join.name() + " is "
                    + join.type().name() + ", but "
                    + target.tableName() + "." + column.name() + " is "
                    + column.type().name()
                    + ": both must be kept in the same form");
        }
    }

    private String place(String attribute) {
        return model.type().getName() + "." + attribute;
    }

    private static String names(List<? extends EntityColumn<?>> columns) {
        return columns.stream().map(EntityColumn::name).toList().toString();
    }
}
