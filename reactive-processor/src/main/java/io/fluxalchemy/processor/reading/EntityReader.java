package io.fluxalchemy.processor.reading;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.fluxalchemy.processor.shape.AttributeShape;
import io.fluxalchemy.processor.shape.BasicShape;
import io.fluxalchemy.processor.shape.ColumnGroup;
import io.fluxalchemy.processor.shape.ColumnType;
import io.fluxalchemy.processor.shape.EntityShape;
import io.fluxalchemy.processor.shape.HierarchyShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads an entity class. */
public final class EntityReader {

    private final Language language;
    private final ClassCheck classes;
    private final FieldReader fields;
    private final BasicReader basics;
    private final GenerationReader generations;
    private final EmbeddableReader embeddables;
    private final RelationReader relations;
    private final ReferenceReader references;
    private final Hierarchies known;
    private final HierarchyReader hierarchies;

    public EntityReader(Language language, Hierarchies known) {
        this.language = language;
        this.classes = new ClassCheck(language);
        this.fields = new FieldReader(language);
        this.basics = new BasicReader(language);
        this.generations = new GenerationReader(language);
        this.embeddables = new EmbeddableReader(language);
        this.relations = new RelationReader(language);
        this.references = new ReferenceReader(language);
        this.known = known;
        this.hierarchies = new HierarchyReader(language, known);
    }

    /** The shape of an entity; null if it cannot be mapped at all. What is wrong is added to {@code problems}. */
    public @Nullable EntityShape read(TypeElement entity, Problems problems) {
        Subset subset = new Subset(problems);
        subset.check(entity);
        classes.mappable(entity, "entity", problems);
        superclasses(entity, subset);
        hierarchies.check(entity, problems);
        if (problems.any()) {
            return null;
        }
        String table = TableReader.tableName(entity);
        List<MappedField> mapped = fields.fields(entity, problems);
        List<MappedField> own = mapped.stream()
                .filter(field -> !FieldReader.inherits(entity, field.element().getEnclosingElement()))
                .toList();
        hierarchies.fields(entity, own, problems);
        if (problems.any() && own.size() < mapped.size()) {
            return null;
        }
        MappedField id = id(entity, mapped, problems);
        version(mapped, problems);
        Problems inherited = new Problems();
        List<AttributeShape> attributes = new ArrayList<>();
        int ofParent = 0;
        for (MappedField field : mapped) {
            boolean isOwn = own.contains(field);
            TypeElement declaring = isOwn ? entity : owner(entity, field);
            AttributeShape attribute = attribute(field, declaring, table, isOwn ? problems : inherited);
            if (attribute != null) {
                attributes.add(attribute);
                ofParent += isOwn ? 0 : 1;
            }
        }
        attributes = overridden(entity, attributes, ofParent, problems);
        HierarchyShape hierarchy = hierarchies.read(entity, ofParent, problems);
        ColumnCheck columns = new ColumnCheck();
        columns.check(entity, attributes, problems);
        if (hierarchy != null) {
            columns.discriminator(entity, hierarchy.column(), problems);
        }
        boolean isRoot = Ancestry.parent(entity) == null;
        List<ColumnGroup> uniques = isRoot ? TableReader.uniques(entity, columns, problems) : List.of();
        List<ColumnGroup> indexes = isRoot ? TableReader.indexes(entity, columns, problems) : List.of();
        if (id == null || problems.any() || inherited.any()) {
            return null;
        }
        TypeName idType = id.shape().boxed();
        EntityShape shape = new EntityShape(
                entity,
                language.metamodel(entity),
                table,
                TableReader.schema(entity),
                idType,
                attributes,
                uniques,
                indexes,
                hierarchy,
                references.obstacle(entity) == null ? references.read(entity, id) : null);
        known.check(shape, problems);
        return problems.any() ? null : shape;
    }

    private static TypeElement owner(TypeElement entity, MappedField field) {
        return field.element().getEnclosingElement() instanceof TypeElement declaring
                ? Ancestry.owner(entity, declaring)
                : entity;
    }

    private void superclasses(TypeElement entity, Subset subset) {
        for (TypeElement t = language.superclass(entity);
                t != null && !Mark.has(t, "Entity");
                t = language.superclass(t)) {
            TypeElement type = t;
            if (Mark.has(type, "MappedSuperclass")
                    || Subset.OF_HIERARCHIES.stream().anyMatch(mark -> Mark.has(type, mark))) {
                subset.check(type);
            }
        }
    }

    private @Nullable MappedField id(TypeElement entity, List<MappedField> mapped, Problems problems) {
        List<MappedField> ids = mapped.stream()
                .filter(f -> Mark.has(f.element(), "Id") || Mark.has(f.element(), "EmbeddedId"))
                .toList();
        if (ids.isEmpty()) {
            problems.report(entity, "it has no id", "Annotate the field of its primary key with @Id");
            return null;
        }
        if (ids.size() > 1) {
            problems.report(
                    ids.get(1).element(),
                    "it is a second id",
                    "Use @EmbeddedId with an @Embeddable record for an id of several columns");
            return null;
        }
        return ids.get(0);
    }

    private void version(List<MappedField> mapped, Problems problems) {
        List<MappedField> versions =
                mapped.stream().filter(f -> Mark.has(f.element(), "Version")).toList();
        for (MappedField version : versions) {
            if (!GenerationReader.counts(language, version.type())) {
                problems.report(
                        version.element(),
                        "@Version counts up, the field is " + Problems.text(version.type()),
                        "Use an int or long");
            }
        }
        if (versions.size() > 1) {
            problems.report(versions.get(1).element(), "it is a second version", "Keep one @Version");
        }
    }

    private @Nullable AttributeShape attribute(MappedField field, TypeElement entity, String table, Problems problems) {
        Mark relation = RelationReader.mark(field);
        if (relation != null || embeddables.embeddable(field)) {
            DatabaseValueReader.refuse(field, "is for an attribute of one column", "Remove it", problems);
        }
        if (relation != null) {
            return relations.read(field, relation, entity, table, problems);
        }
        for (String stray : List.of("JoinColumn", "JoinColumns", "JoinTable", "OrderBy")) {
            if (Mark.has(field.element(), stray)) {
                problems.report(
                        field.element(),
                        "@" + stray + " without a relation",
                        "Add @ManyToOne, @OneToOne, @OneToMany or @ManyToMany");
                return null;
            }
        }
        boolean embeddedId = Mark.has(field.element(), "EmbeddedId");
        if (embeddables.embeddable(field)) {
            if (Mark.has(field.element(), "Id") || Mark.has(field.element(), "GeneratedValue")) {
                problems.report(field.element(), "its type is @Embeddable", "Use @EmbeddedId alone");
                return null;
            }
            return embeddables.embedded(field, embeddedId, problems);
        }
        if (embeddedId || Mark.has(field.element(), "Embedded")) {
            problems.report(
                    field.element(),
                    Problems.text(field.type()) + " is not embeddable",
                    "Annotate its class with @Embeddable" + (embeddedId ? ", or use @Id for an id of one column" : ""));
            return null;
        }
        return basic(field, entity, table, problems);
    }

    private @Nullable BasicShape basic(MappedField field, TypeElement entity, String table, Problems problems) {
        boolean id = Mark.has(field.element(), "Id");
        if (!id && Mark.has(field.element(), "GeneratedValue")) {
            problems.report(field.element(), "@GeneratedValue is for ids", "Add @Id, or remove it");
            return null;
        }
        if (!id) {
            BasicShape.Role role =
                    Mark.has(field.element(), "Version") ? BasicShape.Role.VERSION : BasicShape.Role.PLAIN;
            return basics.read(field, role, null, problems);
        }
        CodeBlock generation = generations.read(field, entity, table, problems);
        BasicShape shape = basics.read(field, BasicShape.Role.ID, generation, problems);
        if (shape != null && !identifies(shape)) {
            problems.report(
                    field.element(),
                    Problems.text(field.type()) + " cannot be an id here",
                    "Use an integer, a String, a UUID, a date or an enum without @Convert, or @EmbeddedId");
            return null;
        }
        return shape;
    }

    private static boolean identifies(BasicShape id) {
        ColumnType type = id.type();
        Set<String> inexact = Set.of("java.lang.Float", "java.lang.Double", "byte[]");
        return !type.stateful()
                && type.kind() != ColumnType.Kind.ARRAY
                && type.kind() != ColumnType.Kind.JSON
                && type.kind() != ColumnType.Kind.RANGE
                && type.kind() != ColumnType.Kind.INET
                && type.kind() != ColumnType.Kind.HSTORE
                && !type.value().toString().startsWith("io.fluxalchemy.type.")
                && type.kind() != ColumnType.Kind.BOOLEAN
                && !inexact.contains(type.value().toString());
    }

    /** An entity renames columns of its mapped superclasses; those of an entity it extends have a table already. */
    private static List<AttributeShape> overridden(
            TypeElement entity, List<AttributeShape> attributes, int ofParent, Problems problems) {
        TypeElement parent = Ancestry.parent(entity);
        List<AttributeShape> result = new ArrayList<>(
                parent == null ? List.of() : overridden(parent, attributes.subList(0, ofParent), 0, new Problems()));
        Set<String> names = attributes.stream()
                .skip(ofParent)
                .filter(BasicShape.class::isInstance)
                .map(AttributeShape::name)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, String> overrides = Overrides.read(entity, names, problems);
        attributes.stream()
                .skip(ofParent)
                .map(a -> a instanceof BasicShape basic && overrides.containsKey(a.name())
                        ? basic.inColumn(overrides.get(a.name()))
                        : a)
                .forEach(result::add);
        return result;
    }
}
