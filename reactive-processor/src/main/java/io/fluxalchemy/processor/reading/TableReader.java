package io.fluxalchemy.processor.reading;

import io.fluxalchemy.processor.shape.ColumnGroup;
import io.fluxalchemy.processor.shape.Naming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What {@code @Table} and {@code @Entity} say about the table. */
final class TableReader {

    private TableReader() {}

    /** The table's name: of {@code @Table}, of {@code @Entity}, of the class; the root's for a class that extends an entity. */
    static String tableName(TypeElement extending) {
        TypeElement entity = Ancestry.root(extending);
        Mark table = Mark.find(entity, "Table");
        String said = table == null ? null : table.text("name");
        if (said != null) {
            return said;
        }
        Mark mark = Mark.find(entity, "Entity");
        String name = mark == null ? null : mark.text("name");
        return Naming.snake(name == null ? entity.getSimpleName().toString() : name);
    }

    static @Nullable String schema(TypeElement entity) {
        Mark table = Mark.find(Ancestry.root(entity), "Table");
        return table == null ? null : table.text("schema");
    }

    static List<ColumnGroup> uniques(TypeElement entity, ColumnCheck columns, Problems problems) {
        List<ColumnGroup> result = new ArrayList<>();
        for (Mark unique : marks(entity, "uniqueConstraints")) {
            List<String> names = unique.texts("columnNames");
            known(entity, "@UniqueConstraint", names, columns, problems);
            result.add(new ColumnGroup(unique.text("name"), names, true));
        }
        return result;
    }

    static List<ColumnGroup> indexes(TypeElement entity, ColumnCheck columns, Problems problems) {
        List<ColumnGroup> result = new ArrayList<>();
        for (Mark index : marks(entity, "indexes")) {
            String list = index.text("columnList");
            List<String> names = list == null
                    ? List.of()
                    : Arrays.stream(list.split(",", -1)).map(String::trim).toList();
            if (names.stream().anyMatch(name -> name.contains(" "))) {
                problems.report(
                        entity,
                        "@Index(columnList = \"" + list + "\") says more than columns",
                        "Name columns only, separated by commas; an index is read in both directions");
                continue;
            }
            known(entity, "@Index", names, columns, problems);
            result.add(new ColumnGroup(index.text("name"), names, index.flag("unique", false)));
        }
        return result;
    }

    private static List<Mark> marks(TypeElement entity, String member) {
        Mark table = Mark.find(entity, "Table");
        return table == null ? List.of() : table.marks(member);
    }

    private static void known(
            TypeElement entity, String what, List<String> names, ColumnCheck columns, Problems problems) {
        if (names.isEmpty()) {
            problems.report(entity, what + " names no column", "Name at least one of " + columns.known());
        }
        for (String name : names) {
            if (!columns.knows(name)) {
                problems.report(
                        entity,
                        what + " names the column " + name + ", which does not exist",
                        "Name one of " + columns.known());
            }
        }
    }
}
