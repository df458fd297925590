package io.fluxalchemy.processor.reading;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.fluxalchemy.processor.shape.ColumnType;
import io.fluxalchemy.processor.shape.HierarchyShape;
import io.fluxalchemy.processor.shape.LibraryNames;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads what an entity says about sharing its table with the entities that it extends and that extend it. */
final class HierarchyReader {

    private static final int DEFAULT_LENGTH = 31;

    private final Language language;
    private final Hierarchies hierarchies;

    HierarchyReader(Language language, Hierarchies hierarchies) {
        this.language = language;
        this.hierarchies = hierarchies;
    }

    /** Reports what a class of a hierarchy must not say. */
    void check(TypeElement entity, Problems problems) {
        TypeElement parent = Ancestry.parent(entity);
        if (parent == null) {
            strategy(entity, problems);
        } else {
            subclass(entity, parent, problems);
        }
        if (entity.getModifiers().contains(Modifier.ABSTRACT) && Mark.has(entity, "DiscriminatorValue")) {
            problems.report(
                    entity,
                    "@DiscriminatorValue on an abstract class, of which there are no rows",
                    "Remove it, and say it on the classes that extend " + entity.getSimpleName());
        }
    }

    private static void strategy(TypeElement root, Problems problems) {
        Mark inheritance = Mark.find(root, "Inheritance");
        String strategy = inheritance == null ? "SINGLE_TABLE" : inheritance.constant("strategy", "SINGLE_TABLE");
        if (!strategy.equals("SINGLE_TABLE")) {
            problems.report(
                    root,
                    "@Inheritance(strategy = " + strategy + ") is not mapped",
                    "Use SINGLE_TABLE, or map each concrete class and share fields with @MappedSuperclass");
        }
    }

    private void subclass(TypeElement entity, TypeElement parent, Problems problems) {
        TypeElement root = Ancestry.root(entity);
        if (!hierarchies.isKnownShared(root)) {
            problems.report(
                    entity,
                    "it extends the entity " + parent.getSimpleName() + ", and " + root.getSimpleName()
                            + " was compiled without it and does not say that its table is shared",
                    "Annotate " + root.getSimpleName() + " with @Inheritance and compile it again");
        }
        for (String ofRoot : List.of("Inheritance", "DiscriminatorColumn")) {
            if (Mark.has(entity, ofRoot)) {
                problems.report(
                        entity,
                        "@" + ofRoot + " is said once, on the root of the hierarchy",
                        "Move it to " + root.getSimpleName());
            }
        }
        if (Mark.has(entity, "Table")) {
            problems.report(
                    entity,
                    "@Table on a class that extends the entity " + parent.getSimpleName(),
                    "Remove it: its rows are in the table of " + root.getSimpleName());
        }
    }

    /** Reports what fields of a subclass must not be; the root says it for all. */
    void fields(TypeElement entity, List<MappedField> own, Problems problems) {
        TypeElement parent = Ancestry.parent(entity);
        if (parent == null) {
            return;
        }
        for (MappedField field : own) {
            for (String ofRoot : List.of("Id", "EmbeddedId", "Version")) {
                if (Mark.has(field.element(), ofRoot)) {
                    problems.report(
                            field.element(),
                            "@" + ofRoot + " in a class that extends the entity " + parent.getSimpleName(),
                            "Remove it: the hierarchy has the "
                                    + (ofRoot.equals("Version") ? "version" : "id") + " of "
                                    + Ancestry.root(entity).getSimpleName());
                }
            }
        }
    }

    /**
     * How the entity shares its table; null where it has one of its own, or where something is wrong, which has been reported.
     *
     * @param inherited how many attributes are those of the entity it extends
     */
    @Nullable
    HierarchyShape read(TypeElement entity, int inherited, Problems problems) {
        TypeElement parent = Ancestry.parent(entity);
        TypeElement root = Ancestry.root(entity);
        if (parent == null && !hierarchies.isShared(entity)) {
            return null;
        }
        Mark column = Mark.find(root, "DiscriminatorColumn");
        String name = column == null ? null : column.text("name");
        String kind = column == null ? "STRING" : column.constant("discriminatorType", "STRING");
        int length =
                kind.equals("CHAR") ? 1 : column == null ? DEFAULT_LENGTH : column.number("length", DEFAULT_LENGTH);
        boolean isAbstract = entity.getModifiers().contains(Modifier.ABSTRACT);
        return new HierarchyShape(
                parent == null ? null : language.metamodel(parent),
                inherited,
                name == null ? "dtype" : name,
                type(kind, length),
                isAbstract ? null : value(entity, kind, length, problems));
    }

    private static ColumnType type(String kind, int length) {
        return kind.equals("INTEGER")
                ? ColumnType.of(
                        ColumnType.Kind.NUMERIC,
                        ClassName.get(Integer.class),
                        CodeBlock.of("$T.INTEGER", LibraryNames.TYPES))
                : ColumnType.of(
                        ColumnType.Kind.TEXT,
                        ClassName.get(String.class),
                        CodeBlock.of("$T.varchar($L)", LibraryNames.TYPES, length));
    }

    private static @Nullable CodeBlock value(TypeElement entity, String kind, int length, Problems problems) {
        Mark mark = Mark.find(entity, "DiscriminatorValue");
        String said = mark == null ? null : mark.text("value");
        Mark named = Mark.find(entity, "Entity");
        String name = named == null ? null : named.text("name");
        String value = said != null || !kind.equals("STRING")
                ? said
                : name == null ? entity.getSimpleName().toString() : name;
        if (value == null) {
            problems.report(
                    entity,
                    "its discriminator value is not said, and no " + kind + " can be made of its name",
                    "Add @DiscriminatorValue");
            return null;
        }
        if (kind.equals("INTEGER")) {
            return integer(entity, value, problems);
        }
        if (value.length() > length) {
            problems.report(
                    entity,
                    "its discriminator value \"" + value + "\" is longer than the discriminator column, which keeps "
                            + length,
                    kind.equals("CHAR")
                            ? "Write one character"
                            : "Shorten it with @DiscriminatorValue, or give the root a longer @DiscriminatorColumn(length = …)");
            return null;
        }
        return CodeBlock.of("$S", value);
    }

    private static @Nullable CodeBlock integer(TypeElement entity, String value, Problems problems) {
        try {
            return CodeBlock.of("$L", Integer.parseInt(value.strip()));
        } catch (NumberFormatException e) {
            problems.report(
                    entity,
                    "its discriminator value \"" + value + "\" is no INTEGER",
                    "Write a whole number, or make the discriminator a STRING");
            return null;
        }
    }
}
