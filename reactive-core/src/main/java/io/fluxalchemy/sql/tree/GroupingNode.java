package io.fluxalchemy.sql.tree;

import java.util.List;

/**
 * Several groupings at once, as one item of GROUP BY.
 *
 * @param sets for SETS what each groups by; for ROLLUP and CUBE the elements, each of one expression or more
 */
public record GroupingNode(Kind kind, List<List<Node>> sets) implements Node {

    public enum Kind {
        ROLLUP("rollup"),
        CUBE("cube"),
        SETS("grouping sets");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }

    public GroupingNode {
        sets = sets.stream().map(List::copyOf).toList();
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
