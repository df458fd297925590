package io.fluxalchemy.processor.reading;

import io.fluxalchemy.processor.shape.AttributeShape;
import io.fluxalchemy.processor.shape.BasicShape;
import io.fluxalchemy.processor.shape.EmbeddedShape;
import io.fluxalchemy.processor.shape.JoinShape;
import io.fluxalchemy.processor.shape.ToManyShape;
import io.fluxalchemy.processor.shape.ToOneShape;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Holds that a column is written by one attribute. Others may show the same column if they are read-only. */
final class ColumnCheck {

    private final Map<String, String> writers = new HashMap<>();
    private final Map<String, String> columns = new HashMap<>();

    void check(TypeElement mapped, List<? extends AttributeShape> attributes, Problems problems) {
        for (AttributeShape attribute : attributes) {
            if (attribute instanceof BasicShape basic) {
                add(mapped, basic.column(), basic.name(), basic.readOnly(), "@Column", problems);
            } else if (attribute instanceof EmbeddedShape embedded) {
                for (BasicShape part : embedded.columns()) {
                    String path = embedded.name() + "." + part.name();
                    add(mapped, part.column(), path, part.readOnly(), "@AttributeOverride", problems);
                }
            } else if (attribute instanceof ToOneShape toOne) {
                for (JoinShape join : toOne.joins()) {
                    add(mapped, join.column(), toOne.name(), toOne.readOnly(), "@JoinColumn", problems);
                }
            } else if (!(attribute instanceof ToManyShape)) {
                throw new IllegalStateException(attribute.name());
            }
        }
    }

    /** Takes in the discriminator of a hierarchy, which is written by no attribute. */
    void discriminator(TypeElement mapped, String column, Problems problems) {
        columns.putIfAbsent(key(column), column);
        String attribute = writers.get(key(column));
        if (attribute != null) {
            problems.report(
                    mapped,
                    "the attribute " + attribute + " is kept in the discriminator column " + column,
                    "Rename one of them, or make the attribute read-only with insertable = false, updatable = false");
        }
    }

    /** Whether an attribute is kept in the column. */
    boolean knows(String column) {
        return columns.containsKey(key(column));
    }

    /** Every column of the checked attributes, as written. */
    List<String> known() {
        return columns.values().stream().sorted().toList();
    }

    private void add(
            TypeElement mapped, String column, String attribute, boolean readOnly, String rename, Problems problems) {
        columns.putIfAbsent(key(column), column);
        if (readOnly) {
            return;
        }
        String other = writers.putIfAbsent(key(column), attribute);
        if (other != null) {
            problems.report(
                    mapped,
                    "the attributes " + other + " and " + attribute + " are both kept in the column " + column,
                    "Rename one with " + rename + ", or make one read-only with insertable = false, updatable = false");
        }
    }

    private static String key(String column) {
        return column.toLowerCase(Locale.ROOT);
    }
}
