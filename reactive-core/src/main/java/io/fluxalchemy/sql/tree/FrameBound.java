package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * Where a frame begins or ends.
 *
 * @param distance for PRECEDING and FOLLOWING, how far from the current row; else null
 * @param interval the same as a length of time
 */
public record FrameBound(
        Kind kind, @Nullable Node distance, @Nullable IntervalTree interval) {

    public FrameBound(Kind kind, @Nullable Node distance) {
        this(kind, distance, null);
    }

    public enum Kind {
        UNBOUNDED_PRECEDING("unbounded preceding"),
        PRECEDING(" preceding"),
        CURRENT_ROW("current row"),
        FOLLOWING(" following"),
        UNBOUNDED_FOLLOWING("unbounded following");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }
}
