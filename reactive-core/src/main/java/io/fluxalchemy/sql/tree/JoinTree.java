package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.Nullable;

/** One join. CROSS has no condition, every other kind has one. */
public record JoinTree(Kind kind, Source source, @Nullable Node on) {

    public enum Kind {
        INNER("join"),
        LEFT("left join"),
        RIGHT("right join"),
        FULL("full join"),
        CROSS("cross join");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }
}
