package io.fluxalchemy.dialect;

/** What a database may lack; a statement that uses it is refused before it is sent. */
public enum Feature {
    FULL_JOIN("full join"),
    INTERSECT_ALL("intersect all and except all"),
    NULLS_ORDER("nulls first and nulls last in order by"),
    LOCK_SHARE("for share"),
    ARRAYS("array types"),
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
