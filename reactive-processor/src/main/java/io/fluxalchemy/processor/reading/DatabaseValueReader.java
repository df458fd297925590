package io.fluxalchemy.processor.reading;

import com.palantir.javapoet.CodeBlock;
import io.fluxalchemy.processor.shape.LibraryNames;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** What the database fills in, by our own annotations: {@code @ServerDefault} and {@code @Computed}. */
final class DatabaseValueReader {

    private static final String ANNOTATIONS = "io.fluxalchemy.mapping.annotation.";
    private static final String DEFAULT = "ServerDefault";
    private static final String COMPUTED = "Computed";

    private DatabaseValueReader() {}

    /** The code of the generation of a plain attribute; null where the annotations are absent. */
    static @Nullable CodeBlock read(MappedField field, Problems problems) {
        Element element = field.element();
        Mark computed = Mark.findExact(element, ANNOTATIONS + COMPUTED);
        Mark given = Mark.findExact(element, ANNOTATIONS + DEFAULT);
        if (computed != null && given != null) {
            problems.report(element, "@ServerDefault and @Computed exclude each other", "Keep one of them");
            return null;
        }
        if (given != null && field.shape().primitive()) {
            problems.report(
                    element,
                    "@ServerDefault fills in for null, and a primitive field is never null",
                    "Use the wrapper class");
            return null;
        }
        Mark mark = computed != null ? computed : given;
        if (mark == null) {
            return null;
        }
        String sql = mark.text("value");
        if (sql == null) {
            problems.report(element, "@" + mark.simpleName() + " says no expression", "Write it as it stands in DDL");
            return null;
        }
        return CodeBlock.of("new $T.$L($S)", LibraryNames.GENERATION, computed != null ? "Computed" : "Default", sql);
    }

    /** Reports the annotations where the program or something else fills the columns. */
    static void refuse(MappedField field, String what, String fix, Problems problems) {
        for (String name : new String[] {DEFAULT, COMPUTED}) {
            refuse(field, name, what, fix, problems);
        }
    }

    /** Reports a computed part of an embeddable: a copy of the whole would have to leave one part out. */
    static void refuseComputed(MappedField field, Problems problems) {
        refuse(field, COMPUTED, "in an embeddable", "Declare the attribute in the entity", problems);
    }

    private static void refuse(MappedField field, String name, String what, String fix, Problems problems) {
        if (Mark.findExact(field.element(), ANNOTATIONS + name) != null) {
            problems.report(field.element(), "@" + name + " " + what, fix);
        }
    }
}
