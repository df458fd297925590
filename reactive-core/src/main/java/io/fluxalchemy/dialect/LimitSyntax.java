package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.tree.LimitKind;
import io.fluxalchemy.sql.tree.Node;
import org.jspecify.annotations.Nullable;

/** How the rows of a query are counted off; written only where at least one of both is given. */
@FunctionalInterface
public interface LimitSyntax {

    /** {@code limit n offset m}. */
    LimitSyntax LIMIT_OFFSET = (out, limit, offset) -> {
        if (limit != null) {
            out.sql(" limit ").node(limit);
        }
        if (offset != null) {
            out.sql(" offset ").node(offset);
        }
    };

    /** As {@link #LIMIT_OFFSET}, for a database that takes no offset alone. */
    LimitSyntax LIMIT_BEFORE_OFFSET = (out, limit, offset) -> {
        if (limit == null) {
            out.sql(" limit 18446744073709551615");
        }
        LIMIT_OFFSET.write(out, limit, offset);
    };

    /** The standard's {@code offset m rows fetch next n rows only}. */
    LimitSyntax OFFSET_FETCH = (out, limit, offset) -> {
        if (offset != null) {
            out.sql(" offset ").node(offset).sql(" rows");
        }
        if (limit != null) {
            out.sql(offset == null ? " fetch first " : " fetch next ")
                    .node(limit)
                    .sql(" rows only");
        }
    };

    void write(SqlWriter out, @Nullable Node limit, @Nullable Node offset);

    /** Whether {@link #writeAtHead} counts off the rows of a query that is no set operation, and nothing is written at its end. */
    default boolean isAtHead(LimitKind kind, boolean hasOffset) {
        return false;
    }

    /** Writes the limit behind SELECT and DISTINCT; only where it {@link #isAtHead}. */
    default void writeAtHead(SqlWriter out, LimitKind kind, Node limit) {
        throw new UnsupportedOperationException("this database counts rows off at the end of a query");
    }

    /**
     * The order written for a query that is counted off at its end and names none, where the database wants one; empty elsewhere.
     *
     * @param ofItems whether only selected items may be ordered by, as in set operations and distinct queries
     */
    default String orderWhereNone(boolean ofItems) {
        return "";
    }

    /** As {@link #write}, with the rows that the order does not tell from the last one. */
    default void writeWithTies(SqlWriter out, Node limit, @Nullable Node offset) {
        if (offset != null) {
            out.sql(" offset ").node(offset).sql(" rows");
        }
        out.sql(offset == null ? " fetch first " : " fetch next ").node(limit).sql(" rows with ties");
    }

    /** As {@link #write}, where the limit is a share of the rows in hundredths. */
    default void writePercent(SqlWriter out, Node percent, @Nullable Node offset) {
        if (offset != null) {
            out.sql(" offset ").node(offset).sql(" rows");
        }
        out.sql(offset == null ? " fetch first " : " fetch next ").node(percent).sql(" percent rows only");
    }
}
