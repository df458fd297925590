package io.fluxalchemy.processor.shape;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column.
 *
 * @param value the Java type users see, primitives boxed
 * @param element of an array's elements or a range's bounds, else null
 * @param expression the code that makes the {@code SqlType}
 * @param stateful whether the code makes something anew at each evaluation, so that it must be evaluated once and shared
 */
public record ColumnType(
        Kind kind, TypeName value, @Nullable TypeName element, CodeBlock expression, boolean stateful) {

    private static final Pattern SECONDS = Pattern.compile("\\.(time|timestamp|localTimestamp|offsetTimestamp)\\(\\d");

    public static ColumnType of(Kind kind, TypeName value, CodeBlock expression) {
        return new ColumnType(kind, value, null, expression, false);
    }

    /** Whether it keeps some digits of the second only. */
    public boolean cutsSeconds() {
        return SECONDS.matcher(expression.toString()).find();
    }

    /** The same, with values that are masked wherever values are shown. */
    public ColumnType sensitive() {
        return new ColumnType(
                kind, value, element, CodeBlock.of("$T.sensitive($L)", LibraryNames.TYPES, expression), stateful);
    }

    /** The same, with SQL around its values, declared in these words where there are any. */
    public ColumnType wrapped(@Nullable String ddl, String write, String read) {
        CodeBlock inner =
                ddl == null ? expression : CodeBlock.of("$T.declared($L, $S)", LibraryNames.TYPES, expression, ddl);
        return new ColumnType(
                kind,
                value,
                element,
                CodeBlock.of(
                        "$T.wrapped($L, $T.of($S, $S))", LibraryNames.TYPES, inner, LibraryNames.WRAPPING, write, read),
                stateful);
    }

    /** The type of the column as a member of a generated class, such as {@code NumericColumn<Long>}. */
    public TypeName columnClass() {
        ClassName raw = LibraryNames.column(kind.columnName);
        return switch (kind) {
            case TEXT, BOOLEAN, INET, HSTORE -> raw;
            case ARRAY -> ParameterizedTypeName.get(raw, value, element == null ? value : element);
            case RANGE -> ParameterizedTypeName.get(raw, element == null ? value : element);
            case NUMERIC, TEMPORAL, JSON, VALUE -> ParameterizedTypeName.get(raw, value);
        };
    }

    /** The code that makes the column; parameters are inferred. */
    public CodeBlock create(CodeBlock table, CodeBlock name, CodeBlock type) {
        ClassName raw = LibraryNames.column(kind.columnName);
        return CodeBlock.of(
                columnClass() instanceof ClassName ? "new $T($L, $L, $L)" : "new $T<>($L, $L, $L)",
                raw,
                table,
                name,
                type);
    }

    /** What a column can do in a query. */
    public enum Kind {
        TEXT("TextColumn"),
        NUMERIC("NumericColumn"),
        BOOLEAN("BooleanColumn"),
        TEMPORAL("TemporalColumn"),
        JSON("JsonColumn"),
        ARRAY("ArrayColumn"),
        RANGE("RangeColumn"),
        INET("InetColumn"),
        HSTORE("HstoreColumn"),
        VALUE("ValueColumn");

        private final String columnName;

        Kind(String columnName) {
            this.columnName = columnName;
        }
    }
}
