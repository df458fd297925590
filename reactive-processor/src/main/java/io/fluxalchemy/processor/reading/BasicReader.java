package io.fluxalchemy.processor.reading;

import com.palantir.javapoet.CodeBlock;
import io.fluxalchemy.processor.shape.BasicShape;
import io.fluxalchemy.processor.shape.ColumnType;
import io.fluxalchemy.processor.shape.Naming;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Reads a field that is kept in one column. */
final class BasicReader {

    private static final int MOST_SECOND_DIGITS = 6;

    private final ColumnTypeReader columnTypes;

    BasicReader(Language language) {
        this.columnTypes = new ColumnTypeReader(language);
    }

    /** The attribute; null if its type has no column type, which has been reported. */
    @Nullable
    BasicShape read(MappedField field, BasicShape.Role role, @Nullable CodeBlock generation, Problems problems) {
        ColumnType type = columnTypes.read(field, problems);
        if (type == null) {
            return null;
        }
        Element element = field.element();
        Mark column = Mark.find(element, "Column");
        Mark basic = Mark.find(element, "Basic");
        String name = column == null ? null : column.text("name");
        boolean nullable = role == BasicShape.Role.PLAIN
                && !field.shape().primitive()
                && (column == null || column.flag("nullable", true))
                && (basic == null || basic.flag("optional", true));
        if (field.shape().primitive() && column != null && column.flag("nullable", false)) {
            problems.report(
                    element,
                    "the column is nullable, a primitive field cannot be null",
                    "Use the wrapper class, or remove nullable = true");
        }
        secondPrecision(element, column, type, role, problems);
        CodeBlock filledIn = generation;
        if (role == BasicShape.Role.PLAIN) {
            filledIn = DatabaseValueReader.read(field, problems);
        } else {
            String what = role == BasicShape.Role.ID ? "on an id" : "on a version";
            DatabaseValueReader.refuse(field, what, "Remove it", problems);
        }
        return new BasicShape(
                field.shape(),
                name == null ? Naming.snake(field.name()) : name,
                type,
                role,
                nullable,
                column != null && column.flag("unique", false),
                column == null || column.flag("insertable", true),
                column == null || column.flag("updatable", true),
                filledIn);
    }

    private static void secondPrecision(
            Element element, @Nullable Mark column, ColumnType type, BasicShape.Role role, Problems problems) {
        int digits = column == null ? -1 : column.number("secondPrecision", -1);
        if (digits < 0) {
            return;
        }
        if (!type.cutsSeconds()) {
            problems.report(
                    element,
                    "secondPrecision is for times, the column has no second",
                    "Remove it, or use Instant, OffsetDateTime, LocalDateTime or LocalTime");
        } else if (digits > MOST_SECOND_DIGITS) {
            problems.report(
                    element,
                    "secondPrecision = " + digits + " is finer than databases keep",
                    "Say 0 to " + MOST_SECOND_DIGITS);
        } else if (role == BasicShape.Role.ID) {
            problems.report(
                    element,
                    "an id with secondPrecision would be another after it is cut",
                    "Remove it, and truncate the value where you make it");
        }
    }
}
