package io.fluxalchemy.sql.tree;

/** Where a clause of the user's own stands in a SELECT. */
public enum Place {
    /** Before the select list, and before DISTINCT. */
    BEFORE_ITEMS,
    /** Behind FROM and its joins. */
    AFTER_FROM,
    AFTER_WHERE,
    /** Behind GROUP BY and HAVING. */
    AFTER_GROUPS,
    AFTER_ORDER,
    /** Behind LIMIT and locks. */
    AT_END
}
