package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.Source;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A table known by its place in the tree only, as those are that a computed expression reads from. */
record SourceTable(Source source) implements TableExpression {

    static List<TableExpression> ofAll(Node node) {
        Set<Source> sources = new LinkedHashSet<>();
        node.accept(new SourceCollector(sources));
        return sources.stream().<TableExpression>map(SourceTable::new).toList();
    }
}
