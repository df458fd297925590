package io.fluxalchemy.dialect;

/** The isolation levels of the SQL standard. */
public enum Isolation {
    READ_UNCOMMITTED,
    READ_COMMITTED,
    REPEATABLE_READ,
    SERIALIZABLE;

    /** The level as SQL writes it. */
    public String sql() {
        return name().replace('_', ' ');
    }
}
