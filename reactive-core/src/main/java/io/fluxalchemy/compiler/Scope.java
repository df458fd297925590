package io.fluxalchemy.compiler;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.CteSource;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TableSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sources whose columns an expression may name: those of its own query, then those of the queries around it.
 *
 * @param outer the query around; null for the outermost
 */
record Scope(List<Source> sources, @Nullable Scope outer) {

    /** @throws StatementException if two sources answer to one name */
    Scope {
        for (int i = 0; i < sources.size(); i++) {
            for (int j = i + 1; j < sources.size(); j++) {
                if (sources.get(i).qualifier().equals(sources.get(j).qualifier())) {
                    throw new StatementException("two sources of one query are named '"
                            + sources.get(i).qualifier() + "': give one of them an alias with as(\"…\")");
                }
            }
        }
    }

    /** @throws StatementException if neither this query nor one around it reads the column's source */
    void require(ColumnNode column) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            for (Source source : scope.sources) {
                if (source.answersTo(column.source())) {
                    return;
                }
            }
        }
        String source = describe(column.source());
        throw new StatementException(
                "the column " + column.source().qualifier() + "." + column.name() + " belongs to " + source
                        + ", which this query does not read (it reads "
                        + (sources.isEmpty()
                                ? "no table"
                                : sources.stream().map(Scope::describe).collect(Collectors.joining(", ")))
                        + "): add it with from(…) or join(…), or use the column of the alias that is there");
    }

    private static String describe(Source source) {
        if (source instanceof TableSource table) {
            return "table " + table;
        } else if (source instanceof CteSource cte) {
            return "common table expression " + cte.name() + (cte.alias() == null ? "" : " as " + cte.alias());
        }
        return "sub-query " + source.qualifier();
    }
}
