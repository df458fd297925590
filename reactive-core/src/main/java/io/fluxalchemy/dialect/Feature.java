package io.fluxalchemy.dialect;

/** What a database may lack; a statement that uses it is refused before it is sent. */
public enum Feature {
    FULL_JOIN("full join"),
    INTERSECT_ALL("intersect all and except all"),
    NULLS_ORDER("nulls first and nulls last in order by"),
    LOCK_SHARE("for share"),
    LOCK_KEY("for no key update and for key share"),
    LOCK_OF("a row lock of some of the query's tables"),
    DISTINCT_ON("distinct on"),
    WITH_TIES("fetch first rows with ties"),
    TABLE_SAMPLES("samples of a table"),
    ROLLUP_ORDER("an order of groups that are rolled up"),
    LIMIT_PERCENT("a limit in percent of the rows"),
    TRY_CAST("a cast that gives NULL where it fails"),
    RANGE_DISTANCES("window frames by a distance of values"),
    RANGE_INTERVALS("window frames by intervals of time"),
    PARTIAL_INDEXES("indexes of some rows"),
    EXPRESSION_INDEXES("indexes over expressions"),
    ROLLUP("group by rollup"),
    GROUPING_SETS("group by cube and grouping sets"),
    LATERAL("lateral sub-queries"),
    CORRELATED_DERIVED_TABLES("a sub-query in from that reads a table of the query around it"),
    TABLE_FUNCTIONS("functions in from"),
    WITHIN_GROUP("within group"),
    FRAME_GROUPS("window frames that count groups"),
    FRAME_EXCLUSION("exclusion from window frames"),
    MATERIALIZED("materialized and not materialized common table expressions"),
    WRITES_IN_WITH("commands that write as common table expressions"),
    ARRAYS("array types"),
    ALWAYS_IDENTITY("identity columns that take no other value"),
    IDENTITY_STEPS("identity columns that count in other steps than 1"),
    KEY_UPDATES("on update of foreign keys"),
    KEY_DEFAULTS("set default of foreign keys"),
    DEFERRABLE_KEYS("foreign keys that are checked at commit"),
    FULL_MATCH_KEYS("match full of foreign keys"),
    ROW_VALUES("row values"),
    NAMED_ENUMS("enumeration types"),
    SEQUENCES("sequences"),
    PARTIAL_UPSERT("a condition on the update of an upsert"),
    READ_ONLY_TRANSACTIONS("read-only transactions"),
    DEFERRABLE_TRANSACTIONS("deferrable transactions"),
    UPDATE_RETURNING("returning rows of an update"),
    WITH_IN_WRITES("a common table expression among the sources of an update or delete");

    private final String description;

    Feature(String description) {
        this.description = description;
    }

    /** How messages name it. */
    public String description() {
        return description;
    }
}
