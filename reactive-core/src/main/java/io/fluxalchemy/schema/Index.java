package io.fluxalchemy.schema;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index of one table: {@code Index.on(NAME).and("lower(city)").where("closed = false").named("open_by_city")}. Its SQL comes from
 * code, never from outside. Immutable.
 *
 * @param name null lets the DDL derive one, which it can for columns
 * @param expressions SQL behind the columns, as it stands in DDL
 * @param where SQL that holds for the rows that are indexed; null for all
 * @param methods for dialects by name how they keep the index, such as {@code gin}; others keep it in their own way
 */
public record Index(
        @Nullable String name,
        List<String> columns,
        boolean isUnique,
        List<String> expressions,
        @Nullable String where,
        Map<String, String> methods) {

    public Index {
        columns = List.copyOf(columns);
        expressions = List.copyOf(expressions);
        methods = Map.copyOf(methods);
    }

    public Index(@Nullable String name, List<String> columns, boolean unique) {
        this(name, columns, unique, List.of(), null, Map.of());
    }

    public static Index on(Column<?>... columns) {
        return new Index(null, Arrays.stream(columns).map(Column::name).toList(), false);
    }

    /** Over an expression alone. */
    public static Index onExpression(String sql) {
        return new Index(null, List.of(), false, List.of(sql), null, Map.of());
    }

    /** Over one more expression. */
    public Index and(String expression) {
        List<String> all = new ArrayList<>(expressions);
        all.add(expression);
        return new Index(name, columns, isUnique, all, where, methods);
    }

    public Index named(String index) {
        return new Index(index, columns, isUnique, expressions, where, methods);
    }

    /** Its rows differ in what is indexed. */
    public Index unique() {
        return new Index(name, columns, true, expressions, where, methods);
    }

    /** Only rows for which this holds; several calls add up. */
    public Index where(String condition) {
        String both = where == null ? condition : "(" + where + ") and (" + condition + ")";
        return new Index(name, columns, isUnique, expressions, both, methods);
    }

    /** How the dialect of this name keeps the index: a word such as {@code gin} or {@code hash}. */
    public Index using(String dialect, String method) {
        if (!method.matches("[A-Za-z_]+")) {
            throw new StatementException(
                    "using(\"" + dialect + "\", \"" + method + "\"): a method is one word, such as gin");
        }
        Map<String, String> all = new LinkedHashMap<>(methods);
        all.put(dialect, method);
        return new Index(name, columns, isUnique, expressions, where, all);
    }
}
