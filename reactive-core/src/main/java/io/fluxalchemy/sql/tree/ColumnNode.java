package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * A column of one of the statement's sources. Two are equal when they name the same column of the same source; the query inside
 * a source is compared where the source stands, not again at each of its columns.
 */
public record ColumnNode(Source source, String name) implements Node {
    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ColumnNode that && name.equals(that.name) && source.answersTo(that.source);
    }

    @Override
    public int hashCode() {
        return 31 * source.qualifier().hashCode() + name.hashCode();
    }
}
