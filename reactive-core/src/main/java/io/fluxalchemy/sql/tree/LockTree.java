package io.fluxalchemy.sql.tree;

import java.util.List;

/**
 * A row lock at the end of a SELECT.
 *
 * @param of the sources whose rows are locked; all of the query's if empty
 */
public record LockTree(Strength strength, Wait waiting, List<Source> of) {

    public LockTree {
        of = List.copyOf(of);
    }

    public LockTree(Strength strength, Wait waiting) {
        this(strength, waiting, List.of());
    }

    public enum Strength {
        UPDATE("for update"),
        /** As UPDATE, letting others insert rows that refer to these. */
        NO_KEY_UPDATE("for no key update"),
        SHARE("for share"),
        /** Keeps others from deleting the rows and changing their keys only. */
        KEY_SHARE("for key share");

        private final String sql;

        Strength(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }

    public enum Wait {
        WAIT(""),
        NOWAIT(" nowait"),
        SKIP_LOCKED(" skip locked");

        private final String sql;

        Wait(String sql) {
            this.sql = sql;
        }

        /** With a space before it; empty where it is not said. */
        public String sql() {
            return sql;
        }
    }
}
