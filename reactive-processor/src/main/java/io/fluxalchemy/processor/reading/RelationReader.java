package io.fluxalchemy.processor.reading;

import io.fluxalchemy.processor.shape.AttributeShape;
import io.fluxalchemy.processor.shape.BasicShape;
import io.fluxalchemy.processor.shape.JoinShape;
import io.fluxalchemy.processor.shape.LinkShape;
import io.fluxalchemy.processor.shape.Naming;
import io.fluxalchemy.processor.shape.ToManyShape;
import io.fluxalchemy.processor.shape.ToOneShape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads relations between entities. */
final class RelationReader {

    private static final List<String> KINDS = List.of("ManyToOne", "OneToOne", "OneToMany", "ManyToMany");
    private static final Set<String> ALL_CASCADES = Set.of("PERSIST", "MERGE", "REMOVE", "REFRESH", "DETACH");

    private final Language language;
    private final IdColumns ids;
    private final TargetReader targets;
    private final InverseCheck inverse;
    private final OrderReader orders;

    RelationReader(Language language) {
        this.language = language;
        this.ids = new IdColumns(language);
        this.targets = new TargetReader(language);
        this.inverse = new InverseCheck(language);
        this.orders = new OrderReader(language);
    }

    /** The relation annotation of a field, or null if it is none. */
    static @Nullable Mark mark(MappedField field) {
        return KINDS.stream()
                .map(kind -> Mark.find(field.element(), kind))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The relation; null if it cannot be mapped, which has been reported. */
    @Nullable
    AttributeShape read(MappedField field, Mark mark, TypeElement entity, String table, Problems problems) {
        for (String other : List.of("Column", "Id", "Version", "Basic", "Convert", "Enumerated", "Embedded")) {
            if (Mark.has(field.element(), other)) {
                problems.report(
                        field.element(),
                        "@" + other + " does not go with @" + mark.simpleName(),
                        other.equals("Column") ? "Use @JoinColumn" : "Remove one of them");
                return null;
            }
        }
        boolean many = mark.simpleName().endsWith("ToMany");
        TypeElement target = many ? targets.element(field, mark, problems) : targets.one(field, mark, problems);
        if (target == null) {
            return null;
        }
        String mappedBy = mark.text("mappedBy");
        if (mappedBy != null && !inverse.check(field, mark, mappedBy, target, entity, problems)) {
            return null;
        }
        return many
                ? toMany(field, mark, target, mappedBy, entity, table, problems)
                : toOne(field, mark, target, mappedBy, problems);
    }

    private @Nullable ToOneShape toOne(
            MappedField field, Mark mark, TypeElement target, @Nullable String mappedBy, Problems problems) {
        List<Mark> columns = JoinReader.marks(field.element());
        if (mappedBy != null && !columns.isEmpty()) {
            problems.report(
                    field.element(),
                    "@JoinColumn does not go with mappedBy: " + target.getSimpleName() + "." + mappedBy
                            + " has the foreign key",
                    "Remove @JoinColumn here");
            return null;
        }
        if (Mark.has(field.element(), "JoinTable")) {
            problems.report(field.element(), "@JoinTable does not go with @" + mark.simpleName(), "Use @JoinColumn");
            return null;
        }
        List<JoinShape> joins = mappedBy != null
                ? List.of()
                : JoinReader.read(
                        field.element(), columns, ids.of(target), field.name(), Naming.snake(field.name()), problems);
        boolean oneToOne = mark.simpleName().equals("OneToOne");
        return new ToOneShape(
                field.shape(),
                language.metamodel(target),
                joins,
                mappedBy,
                mark.flag("optional", true) && columns.stream().allMatch(c -> c.flag("nullable", true)),
                oneToOne && mappedBy == null || columns.stream().anyMatch(c -> c.flag("unique", false)),
                columns.stream().allMatch(c -> c.flag("insertable", true)),
                columns.stream().allMatch(c -> c.flag("updatable", true)),
                cascades(mark),
                mark.flag("orphanRemoval", false));
    }

    private @Nullable ToManyShape toMany(
            MappedField field,
            Mark mark,
            TypeElement target,
            @Nullable String mappedBy,
            TypeElement entity,
            String table,
            Problems problems) {
        boolean manyToMany = mark.simpleName().equals("ManyToMany");
        Mark joinTable = Mark.find(field.element(), "JoinTable");
        if (!JoinReader.marks(field.element()).isEmpty()) {
            problems.report(
                    field.element(),
                    "@JoinColumn does not go with @" + mark.simpleName(),
                    manyToMany
                            ? "Name the columns of the link table: @JoinTable(joinColumns = …, inverseJoinColumns = …)"
                            : "Put it on a @ManyToOne in " + target.getSimpleName()
                                    + " and name that here with mappedBy");
            return null;
        }
        if (mappedBy != null && joinTable != null) {
            problems.report(
                    field.element(),
                    "@JoinTable does not go with mappedBy: " + target.getSimpleName() + "." + mappedBy + " has it",
                    "Remove one of them");
            return null;
        }
        if (mappedBy == null && joinTable == null && !manyToMany) {
            problems.report(
                    field.element(),
                    "it is not said where the relation is kept",
                    "Name the @ManyToOne of " + target.getSimpleName()
                            + " that refers back: @OneToMany(mappedBy = \"…\"),"
                            + " or keep it in a table of its own with @JoinTable");
            return null;
        }
        return new ToManyShape(
                field.shape(),
                language.metamodel(target),
                language.is(field.type(), "java.util.Set"),
                mappedBy,
                mappedBy != null ? null : link(field, joinTable, entity, table, target, problems),
                cascades(mark),
                mark.flag("orphanRemoval", false),
                orders.read(field, target, problems));
    }

    private LinkShape link(
            MappedField field,
            @Nullable Mark joinTable,
            TypeElement entity,
            String table,
            TypeElement target,
            Problems problems) {
        String targetTable = TableReader.tableName(target);
        List<BasicShape> ownerIds = ids.of(entity);
        List<BasicShape> targetIds = ids.of(target);
        boolean self = table.equals(targetTable);
        List<Mark> ownerMarks = joinTable == null ? List.of() : joinTable.marks("joinColumns");
        List<Mark> targetMarks = joinTable == null ? List.of() : joinTable.marks("inverseJoinColumns");
        List<JoinShape> owner = JoinReader.read(field.element(), ownerMarks, ownerIds, field.name(), table, problems);
        List<JoinShape> other = JoinReader.read(
                field.element(),
                targetMarks,
                targetIds,
                field.name(),
                self ? Naming.snake(field.name()) : targetTable,
                problems);
        Set<String> names = new LinkedHashSet<>();
        for (JoinShape join : owner) {
            names.add(join.column());
        }
        for (JoinShape join : other) {
            if (!names.add(join.column())) {
                problems.report(
                        field.element(),
                        "both sides of the link table are kept in the column " + join.column(),
                        "Name them: @JoinTable(joinColumns = @JoinColumn(name = \"…\"), inverseJoinColumns = …)");
            }
        }
        String name = joinTable == null ? null : joinTable.text("name");
        return new LinkShape(
                joinTable == null ? null : joinTable.text("schema"),
                name == null ? table + "_" + targetTable : name,
                owner,
                other);
    }

    private static Set<String> cascades(Mark mark) {
        List<String> written = mark.constants("cascade");
        return written.contains("ALL") ? ALL_CASCADES : Set.copyOf(written);
    }
}
