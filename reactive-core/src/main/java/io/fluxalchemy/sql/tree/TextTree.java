package io.fluxalchemy.sql.tree;

import java.util.List;

/**
 * SQL as text, split at its named parameters: {@code parts} has one element more than {@code values}. The text is code, never
 * input.
 */
public record TextTree(List<String> parts, List<Node> values) implements QueryTree {
    public TextTree {
        parts = List.copyOf(parts);
        values = List.copyOf(values);
        if (parts.size() != values.size() + 1) {
            throw new IllegalArgumentException("text of " + parts.size() + " parts has " + values.size() + " values");
        }
    }
}
