package io.fluxalchemy.processor.reading;

import io.fluxalchemy.processor.shape.BasicShape;
import io.fluxalchemy.processor.shape.JoinShape;
import io.fluxalchemy.processor.shape.Naming;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Foreign-key columns: what {@code @JoinColumn} says, and the names where it says nothing. */
final class JoinReader {

    private JoinReader() {}

    /**
     * The columns that refer to {@code ids}.
     *
     * @param member what the columns are called in Java before the name of the id's attribute
     * @param prefix what the columns are called before the name of the id's column
     */
    static List<JoinShape> read(
            Element where, List<Mark> joins, List<BasicShape> ids, String member, String prefix, Problems problems) {
        for (Mark join : joins) {
            String referenced = join.text("referencedColumnName");
            boolean known = referenced == null
                    || ids.stream().anyMatch(id -> id.column().equalsIgnoreCase(referenced));
            if (!known) {
                problems.report(
                        where,
                        "@JoinColumn refers to the column " + referenced + ", which is not the id of the target",
                        "Refer to one of "
                                + ids.stream().map(BasicShape::column).toList()
                                + ", or map the key as a plain attribute and join by hand");
                return List.of();
            }
            if (referenced == null && ids.size() > 1) {
                problems.report(
                        where,
                        "the target's id has " + ids.size() + " columns",
                        "Write one @JoinColumn(name = \"…\", referencedColumnName = \"…\") for each of "
                                + ids.stream().map(BasicShape::column).toList());
                return List.of();
            }
        }
        if (joins.size() > ids.size() && !ids.isEmpty()) {
            problems.report(
                    where,
                    "there are " + joins.size() + " @JoinColumn for an id of " + ids.size(),
                    "Remove the others");
            return List.of();
        }
        List<JoinShape> result = new ArrayList<>();
        for (BasicShape id : ids) {
            Mark join = of(id, joins, ids.size());
            String name = join == null ? null : join.text("name");
            result.add(new JoinShape(
                    Naming.camel(member, id.name()),
                    name == null ? prefix + "_" + id.column() : name,
                    id.column(),
                    id.type()));
        }
        return result;
    }

    /** The {@code @JoinColumn} annotations of a field, one or many. */
    static List<Mark> marks(Element field) {
        Mark one = Mark.find(field, "JoinColumn");
        if (one != null) {
            return List.of(one);
        }
        Mark many = Mark.find(field, "JoinColumns");
        return many == null ? List.of() : many.marks("value");
    }

    private static @Nullable Mark of(BasicShape id, List<Mark> joins, int ids) {
        for (Mark join : joins) {
            String referenced = join.text("referencedColumnName");
            if (referenced == null ? ids == 1 : referenced.equalsIgnoreCase(id.column())) {
                return join;
            }
        }
        return null;
    }
}
