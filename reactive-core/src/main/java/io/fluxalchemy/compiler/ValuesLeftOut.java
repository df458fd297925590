package io.fluxalchemy.compiler;

import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.CteSource;
import io.fluxalchemy.sql.tree.DerivedSource;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TextTree;
import io.fluxalchemy.sql.tree.TreeTransform;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.sql.tree.ValuesNode;
import io.fluxalchemy.sql.tree.ValuesSource;
import java.util.Collections;
import java.util.List;

/** An equal tree that holds no bound value, so that a cache keeps alive nothing a user gave. */
final class ValuesLeftOut extends TreeTransform {

    static final ValuesLeftOut INSTANCE = new ValuesLeftOut();

    /** In the place of a query that is written where its source stands, and not again at each of its columns. */
    private static final QueryTree ELSEWHERE = new TextTree(List.of(""), List.of());

    private ValuesLeftOut() {}

    @Override
    protected Node rewrite(Node node) {
        if (node instanceof ValueNode value) {
            return new ValueNode(value.type(), null, value.column());
        } else if (node instanceof ValuesNode values) {
            return new ValuesNode(
                    values.type(), Collections.nCopies(values.values().size(), null));
        } else if (node instanceof ColumnNode column) {
            return new ColumnNode(named(column.source()), column.name());
        }
        return node;
    }

    private static Source named(Source source) {
        if (source instanceof DerivedSource derived) {
            return new DerivedSource(ELSEWHERE, derived.alias(), derived.lateral());
        } else if (source instanceof CteSource cte) {
            return new CteSource(cte.name(), cte.columns(), null, cte.recursive(), cte.alias(), cte.materialized());
        } else if (source instanceof ValuesSource values) {
            return new ValuesSource(values.columns(), List.of(), values.alias());
        }
        return source;
    }

    @Override
    protected Source rewrite(Source source) {
        return source instanceof ValuesSource values
                ? new ValuesSource(
                        values.columns(),
                        values.rows().stream()
                                .map(row -> row.stream().map(this::rewrite).toList())
                                .toList(),
                        values.alias())
                : source;
    }
}
