package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.TableDefinition;
import io.fluxalchemy.sql.tree.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entities of one session factory, linked and checked. Immutable, thread-safe; everything wrong with the entities is told
 * at once when it is made.
 */
public final class Mapping {

    private final Map<Class<?>, EntityTable<?, ?>> tables;
    private final Map<EntityModel<?>, List<RelationLink>> relations;
    private final Map<TableName, LinkTable> linkTables;

    private Mapping(
            Map<Class<?>, EntityTable<?, ?>> tables,
            Map<EntityModel<?>, List<RelationLink>> relations,
            Map<TableName, LinkTable> linkTables) {
        this.tables = tables;
        this.relations = relations;
        this.linkTables = linkTables;
    }

    /**
     * Links entities.
     *
     * @throws MappingException naming every class and attribute that does not fit, and the fix
     */
    public static Mapping of(Collection<? extends EntityTable<?, ?>> entities) {
        MappingCheck check = new MappingCheck(entities);
        check.run();
        Map<EntityModel<?>, List<RelationLink>> relations = new LinkedHashMap<>();
        Map<TableName, LinkTable> linkTables = new LinkedHashMap<>();
        for (EntityTable<?, ?> table : check.tables().values()) {
            List<RelationLink> links = links(table.model());
            relations.put(table.model(), links);
            for (RelationLink link : links) {
                if (link.linkTable() != null && link.isOwningSide()) {
                    linkTables.put(link.linkTable().name(), link.linkTable());
                }
            }
        }
        return new Mapping(check.tables(), relations, linkTables);
    }

    /** The tables of all entities, in the order they were given. */
    public List<EntityTable<?, ?>> tables() {
        return List.copyOf(tables.values());
    }

    public List<EntityModel<?>> models() {
        List<EntityModel<?>> models = new ArrayList<>();
        tables.values().forEach(table -> models.add(table.model()));
        return models;
    }

    /**
     * The table of an entity class.
     *
     * @throws MappingException if the class is not among the entities
     */
    @SuppressWarnings("unchecked") // tables are filed under the class of their model
    public <E> EntityTable<E, ?> table(Class<E> type) {
        EntityTable<?, ?> table = tables.get(type);
        if (table == null) {
            throw new MappingException(type.getName() + " is not one of this session factory's entities (" + names()
                    + "): add " + type.getSimpleName() + ".class to AsyncSessionFactory.of(…)");
        }
        return (EntityTable<E, ?>) table;
    }

    public <E> EntityModel<E> model(Class<E> type) {
        return table(type).model();
    }

    /**
     * The model of an entity object; that of the entity a reference stands for.
     *
     * @throws MappingException if its class is not among the entities
     */
    @SuppressWarnings("unchecked") // a reference is an instance of a subclass of its entity
    public <E> EntityModel<E> modelOf(E entity) {
        Class<?> type = entity instanceof EntityReference ? entity.getClass().getSuperclass() : entity.getClass();
        return (EntityModel<E>) model(type);
    }

    /** The relations of an entity, in declaration order, each resolved. */
    public List<RelationLink> relations(EntityModel<?> model) {
        List<RelationLink> links = relations.get(model);
        if (links == null) {
            throw new MappingException(
                    model.type().getName() + " is not one of this session factory's entities (" + names() + ")");
        }
        return links;
    }

    /** The resolved relation of an attribute. */
    public RelationLink relation(EntityModel<?> model, Attribute<?> attribute) {
        return relations(model).stream()
                .filter(link -> link.attribute() == attribute)
                .findFirst()
                .orElseThrow(() -> new MappingException(model + "." + attribute.name() + " is no relation"));
    }

    /** Every link table once, seen from its owning side. */
    public List<LinkTable> linkTables() {
        return List.copyOf(linkTables.values());
    }

    /** The entities of this mapping whose rows are in the table of a root, each after the one it extends. */
    public List<EntityModel<?>> members(EntityModel<?> root) {
        Hierarchy hierarchy = root.hierarchy();
        return hierarchy == null
                ? List.of(root)
                : hierarchy.members().stream()
                        .filter(member -> tables.containsKey(member.type()))
                        .toList();
    }

    /** Every table: those of entities, then link tables. */
    public List<TableDefinition> tableDefinitions() {
        List<TableDefinition> definitions = new ArrayList<>();
        for (EntityModel<?> model : models()) {
            if (model.parent() == null) {
                definitions.add(EntitySchema.table(model, members(model)));
            }
        }
        linkTables.values().forEach(link -> definitions.add(link.definition()));
        return definitions;
    }

    /** Everything these entities need in a database: tables, link tables, keys, indexes, sequences. */
    public MetaData metaData() {
        return MetaData.of(tableDefinitions());
    }

    /** Every sequence an id or column draws from, each once. */
    public List<Generation.Sequence> sequences() {
        Map<String, Generation.Sequence> sequences = new LinkedHashMap<>();
        for (EntityTable<?, ?> table : tables.values()) {
            for (EntityColumn<?> column : table.model().columns().all()) {
                if (column.generation() instanceof Generation.Sequence sequence) {
                    sequences.put(sequence.name(), sequence);
                }
            }
        }
        return List.copyOf(sequences.values());
    }

    private String names() {
        return String.join(
                ", ", tables.keySet().stream().map(Class::getSimpleName).toList());
    }

    private static List<RelationLink> links(EntityModel<?> model) {
        List<RelationLink> links = new ArrayList<>();
        for (Attribute<?> attribute : model.attributes()) {
            if (attribute instanceof ToOneAttribute<?, ?> || attribute instanceof ToManyAttribute<?, ?>) {
                links.add(RelationLink.of(model, attribute));
            }
        }
        return List.copyOf(links);
    }
}
