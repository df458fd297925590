package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.Correlation;
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
 * @param barrier what to tell of a column whose source is only {@code hidden}
 * @param hidden the queries around whose columns cannot be named; null if there are none
 */
record Scope(
        List<Source> sources,
        @Nullable Scope outer,
        @Nullable String barrier,
        @Nullable Scope hidden) {

    Scope(List<Source> sources, @Nullable Scope outer) {
        this(sources, outer, null, null);
    }

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

    /** Where a query in this one's FROM is written. */
    Scope ofDerived(boolean lateral, Dialect dialect) {
        if (lateral) {
            return new Scope(List.of(), this);
        } else if (dialect.supports(Feature.CORRELATED_DERIVED_TABLES)) {
            Scope siblings = new Scope(sources, null);
            return new Scope(
                    List.of(),
                    outer,
                    "a sub-query in from cannot read the tables beside it: say lateral(\"…\") instead of as(\"…\")",
                    siblings);
        }
        String missing = StandardExpressions.missing(Feature.CORRELATED_DERIVED_TABLES.description(), dialect.name())
                .getMessage();
        return new Scope(List.of(), null, missing, this);
    }

    /** Where a sub-query is written that says which sources of this query and those around it are meant. */
    Scope correlated(Correlation correlation) {
        boolean only = correlation.kind() == Correlation.Kind.ONLY;
        String said = correlation.sources().stream()
                .map(Source::qualifier)
                .collect(Collectors.joining(", ", only ? "correlate(" : "correlateExcept(", ")"));
        return new Scope(
                List.of(),
                kept(correlation),
                "the table is the query's around, and the sub-query says " + said
                        + (only
                                ? ": name the table there too, or read it in the sub-query"
                                : ": leave the table out there, or read it in the sub-query"),
                this);
    }

    private Scope kept(Correlation correlation) {
        return new Scope(
                sources.stream().filter(correlation::includes).toList(),
                outer == null ? null : outer.kept(correlation),
                barrier,
                hidden);
    }

    /** Whether this query or one around it reads the source. */
    boolean reads(Source source) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            List<Source> own = scope.sources;
            for (int i = 0; i < own.size(); i++) {
                if (own.get(i).answersTo(source)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** @throws StatementException if neither this query nor one around it reads the column's source */
    void require(ColumnNode column) {
        if (reads(column.source())) {
            return;
        }
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.hidden != null && scope.hidden.reads(column.source())) {
                throw new StatementException(column.source().qualifier() + "." + column.name() + ": " + scope.barrier);
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
