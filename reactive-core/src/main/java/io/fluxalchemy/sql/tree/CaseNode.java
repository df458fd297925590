package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A searched CASE; without {@code otherwise} it is NULL when no branch matches. */
public record CaseNode(List<CaseBranch> branches, @Nullable Node otherwise) implements Node {
    public CaseNode {
        branches = List.copyOf(branches);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
