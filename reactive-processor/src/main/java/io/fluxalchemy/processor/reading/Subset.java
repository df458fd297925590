package io.fluxalchemy.processor.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@code jakarta.persistence} 3.2 that is mapped. It is closed: an annotation or a member outside of it is refused with
 * what to write instead, never ignored.
 */
final class Subset {

    /** What only entities say. */
    static final List<String> OF_HIERARCHIES = List.of("Inheritance", "DiscriminatorColumn", "DiscriminatorValue");

    private static final Map<String, Set<String>> MEMBERS = Map.ofEntries(
            Map.entry("Entity", Set.of("name")),
            Map.entry("Table", Set.of("name", "schema", "uniqueConstraints", "indexes")),
            Map.entry("UniqueConstraint", Set.of("name", "columnNames")),
            Map.entry("Index", Set.of("name", "columnList", "unique")),
            Map.entry("Inheritance", Set.of("strategy")),
            Map.entry("DiscriminatorColumn", Set.of("name", "discriminatorType", "length")),
            Map.entry("DiscriminatorValue", Set.of("value")),
            Map.entry("MappedSuperclass", Set.of()),
            Map.entry("Embeddable", Set.of()),
            Map.entry("Converter", Set.of("autoApply")),
            Map.entry("Id", Set.of()),
            Map.entry("EmbeddedId", Set.of()),
            Map.entry("Embedded", Set.of()),
            Map.entry("AttributeOverride", Set.of("name", "column")),
            Map.entry("AttributeOverrides", Set.of("value")),
            Map.entry("GeneratedValue", Set.of("strategy", "generator")),
            Map.entry("SequenceGenerator", Set.of("name", "sequenceName", "schema", "initialValue", "allocationSize")),
            Map.entry("SequenceGenerators", Set.of("value")),
            Map.entry("Version", Set.of()),
            Map.entry(
                    "Column",
                    Set.of(
                            "name",
                            "nullable",
                            "unique",
                            "length",
                            "precision",
                            "scale",
                            "secondPrecision",
                            "insertable",
                            "updatable")),
            Map.entry("Basic", Set.of("optional", "fetch")),
            Map.entry("Enumerated", Set.of("value")),
            Map.entry("Convert", Set.of("converter")),
            Map.entry("Transient", Set.of()),
            Map.entry("OneToMany", Set.of("mappedBy", "cascade", "orphanRemoval", "fetch")),
            Map.entry("ManyToOne", Set.of("cascade", "fetch", "optional")),
            Map.entry("OneToOne", Set.of("mappedBy", "cascade", "orphanRemoval", "fetch", "optional")),
            Map.entry("ManyToMany", Set.of("mappedBy", "cascade", "fetch")),
            Map.entry("JoinTable", Set.of("name", "schema", "joinColumns", "inverseJoinColumns")),
            Map.entry(
                    "JoinColumn",
                    Set.of("name", "referencedColumnName", "nullable", "unique", "insertable", "updatable")),
            Map.entry("JoinColumns", Set.of("value")),
            Map.entry("OrderBy", Set.of("value")));

    private static final String CALLBACK = "Do this before session.add or in the method that changes the entity";
    private static final String QUERY = "Write the query in Java with select(…)";
    private static final String MAP = "A Map of entities is not mapped: use a List or Set";

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry(
                    "ElementCollection",
                    "Leave it out to keep a List of basic values as an array, or make the element an entity and use @OneToMany"),
            Map.entry("CollectionTable", "Make the element an entity and use @OneToMany"),
            Map.entry("MapKey", MAP),
            Map.entry("MapKeyColumn", MAP),
            Map.entry("MapKeyClass", MAP),
            Map.entry("MapKeyEnumerated", MAP),
            Map.entry("MapKeyTemporal", MAP),
            Map.entry("MapKeyJoinColumn", MAP),
            Map.entry("MapKeyJoinColumns", MAP),
            Map.entry(
                    "Lob",
                    "Leave it out: byte[] keeps bytes of any size, and @Column(length = 100000) gives a String a text column"),
            Map.entry("Temporal", "Leave it out and use a java.time type such as Instant or LocalDate"),
            Map.entry("IdClass", "Use @EmbeddedId with an @Embeddable record of the id's columns"),
            Map.entry(
                    "MapsId",
                    "Keep the key column in the @EmbeddedId and make the relation read-only:"
                            + " @JoinColumn(name = \"…\", insertable = false, updatable = false)"),
            Map.entry("SecondaryTable", "Map the second table as an entity of its own with @OneToOne"),
            Map.entry("SecondaryTables", "Map the second table as an entity of its own with @OneToOne"),
            Map.entry("PrimaryKeyJoinColumn", "Use @JoinColumn on a @OneToOne"),
            Map.entry("PrimaryKeyJoinColumns", "Use @JoinColumn on a @OneToOne"),
            Map.entry("Access", "Fields are mapped: annotate the fields and remove @Access"),
            Map.entry("OrderColumn", "Use @OrderBy with an attribute of the target"),
            Map.entry("TableGenerator", "Use @GeneratedValue(strategy = IDENTITY) or SEQUENCE"),
            Map.entry("TableGenerators", "Use @GeneratedValue(strategy = IDENTITY) or SEQUENCE"),
            Map.entry("EnumeratedValue", "Use @Convert with an AttributeConverter for the enum"),
            Map.entry("Converts", "Say @Convert once, on the attribute"),
            Map.entry("AssociationOverride", "Repeat the relation in the entity"),
            Map.entry("AssociationOverrides", "Repeat the relation in the entity"),
            Map.entry("NamedQuery", QUERY),
            Map.entry("NamedQueries", QUERY),
            Map.entry("NamedNativeQuery", QUERY),
            Map.entry("NamedNativeQueries", QUERY),
            Map.entry("NamedEntityGraph", "Name what to load in the query: .options(selectin(…))"),
            Map.entry("NamedEntityGraphs", "Name what to load in the query: .options(selectin(…))"),
            Map.entry("EntityListeners", CALLBACK),
            Map.entry("PrePersist", CALLBACK),
            Map.entry("PreUpdate", CALLBACK),
            Map.entry("PreRemove", CALLBACK),
            Map.entry("PostPersist", CALLBACK),
            Map.entry("PostUpdate", CALLBACK),
            Map.entry("PostRemove", CALLBACK),
            Map.entry("PostLoad", CALLBACK));

    private static final Map<String, String> INSTEAD_OF_MEMBER = Map.of(
            "columnDefinition", "Let the field's type decide, or write the column in a migration",
            "targetEntity", "Give the field the type of the entity",
            "catalog", "Name the database in the connection URL, and the schema with schema",
            "foreignKey", "Foreign keys are named by the DDL",
            "inverseForeignKey", "Foreign keys are named by the DDL",
            "table", "An entity has one table");

    private final Problems problems;

    Subset(Problems problems) {
        this.problems = problems;
    }

    /** Reports every annotation of {@code jakarta.persistence} on the element that is not mapped. */
    void check(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            Mark mark = new Mark(mirror);
            if (mark.ofPersistence()) {
                check(element, mark);
            }
        }
    }

    private void check(Element element, Mark mark) {
        String name = mark.simpleName();
        Set<String> members = MEMBERS.get(name);
        if (members == null) {
            problems.report(element, "@" + name + " is not mapped", instead(name));
        } else if (OF_HIERARCHIES.contains(name) && !Mark.has(element, "Entity")) {
            problems.report(
                    element,
                    "@" + name + " is for entities, and " + element.getSimpleName() + " is none",
                    "Annotate it with @Entity, or move @" + name + " to the entities that extend it");
        } else if (element.getKind() == ElementKind.METHOD) {
            problems.report(element, "@" + name + " on a method is not read", "Annotate the field instead");
        } else {
            members(element, mark, members);
        }
    }

    private void members(Element element, Mark mark, Set<String> supported) {
        String name = mark.simpleName();
        for (String member : mark.written()) {
            if (!supported.contains(member)) {
                problems.report(
                        element,
                        "@" + name + "(" + member + " = …) is not mapped",
                        INSTEAD_OF_MEMBER.getOrDefault(member, "Remove it"));
            } else {
                mark.marks(member).forEach(nested -> nested(element, nested));
            }
        }
        fetch(element, mark);
        if (name.equals("Converter") && mark.flag("autoApply", false)) {
            problems.report(
                    element,
                    "@Converter(autoApply = true) is not read",
                    "Name the converter at each attribute with @Convert");
        }
    }

    private void nested(Element element, Mark nested) {
        Set<String> supported = MEMBERS.get(nested.simpleName());
        if (supported == null) {
            problems.report(element, "@" + nested.simpleName() + " is not mapped", instead(nested.simpleName()));
        } else {
            members(element, nested, supported);
        }
    }

    private void fetch(Element element, Mark mark) {
        String fetch = mark.constant("fetch", "");
        if (fetch.equals("EAGER") && !mark.simpleName().equals("Basic")) {
            problems.report(
                    element,
                    "fetch = EAGER is not mapped",
                    "Remove it and load the relation in the query that needs it: .options(selectin(…)) or .options(joined(…))");
        }
        if (fetch.equals("LAZY") && mark.simpleName().equals("Basic")) {
            problems.report(
                    element,
                    "@Basic(fetch = LAZY) is not mapped",
                    "Remove it, and select single columns where the whole entity is too much");
        }
    }

    private static String instead(@Nullable String name) {
        return INSTEAD.getOrDefault(name, "Remove it: it is outside the part of jakarta.persistence this library maps");
    }
}
