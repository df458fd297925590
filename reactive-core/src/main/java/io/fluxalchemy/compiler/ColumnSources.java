package io.fluxalchemy.compiler;

import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.TreeTransform;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of the sources whose columns an expression uses, those used by its sub-queries included. */
final class ColumnSources extends TreeTransform {

    private final Set<String> names = new HashSet<>();

    private ColumnSources() {}

    static Set<String> of(Node expression) {
        ColumnSources sources = new ColumnSources();
        QueryTree wrapped = new SelectTree(
                List.of(), false, List.of(), List.of(), expression, List.of(), null, List.of(), null, null, null);
        sources.query(wrapped);
        return sources.names;
    }

    @Override
    protected Node rewrite(Node node) {
        if (node instanceof ColumnNode column) {
            names.add(column.source().qualifier());
        }
        return node;
    }
}
