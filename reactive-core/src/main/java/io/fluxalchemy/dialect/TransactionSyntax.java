package io.fluxalchemy.dialect;

import java.util.List;

/** The texts that control a transaction. None of them has a bind marker. */
public interface TransactionSyntax {

    /**
     * What begins a transaction: each element is one simple query, to be run in order on one connection.
     *
     * <p>A server-side limit is written where the database has one that ends with the transaction. Where it has none, the limit
     * is not written: the caller's own clock holds it.
     *
     * @throws io.fluxalchemy.error.StatementException if isolation, read-only or deferrable is asked for and missing
     */
    List<String> begin(TransactionStart start);

    default String commit() {
        return "commit";
    }

    default String rollback() {
        return "rollback";
    }

    /** @param name made by the caller of letters, digits and underscores */
    default String savepoint(String name) {
        return "savepoint " + requirePlain(name);
    }

    default String rollbackTo(String name) {
        return "rollback to savepoint " + requirePlain(name);
    }

    default String release(String name) {
        return "release savepoint " + requirePlain(name);
    }

    private static String requirePlain(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "a savepoint's name is made of letters, digits and underscores, not '" + name + "'");
        }
        return name;
    }
}
