package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.QueryTree;

/** What a {@link Select} is made of besides its select list: the clauses of one SELECT, or a set operation over two. */
sealed interface SelectBody permits SelectClauses, SetOperation, TransformedBody {

    RowRange range();

    SelectBody range(RowRange range);

    /** As far as FROM depends on the select list, it follows the new one. */
    SelectBody selecting(Selection<?> selection);

    QueryTree tree(Selection<?> selection);

    /** The clauses, for verbs that make no sense after a set operation. */
    default SelectClauses clauses(String verb) {
        if (this instanceof SelectClauses clauses) {
            return clauses;
        }
        if (this instanceof TransformedBody) {
            throw new StatementException(verb + "(…) after transform(…): say it before, transform is what comes last");
        }
        throw new StatementException(
                verb + "(…) after union, intersect or except would have to change both sides: say it on"
                        + " each side first, or select from the whole with as(\"…\")");
    }
}
