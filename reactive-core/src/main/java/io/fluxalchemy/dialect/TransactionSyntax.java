package io.fluxalchemy.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts that control a transaction. None of them has a bind marker. */
public interface TransactionSyntax {

    /**
     * What begins a transaction: each element is one simple query, to be run in order on one connection.
     *
     * <p>The limit of the whole transaction is held by the caller's own clock too, so it is written only where the database has
     * one; every other setting that is asked for is written or refused.
     *
     * @throws io.fluxalchemy.error.StatementException if the database lacks what is asked for
     */
    List<String> begin(TransactionStart start);

    /**
     * What puts the session back to how it was before {@link #begin}, run after the transaction has ended: for databases whose
     * settings are the session's and not the transaction's. Empty where nothing stays behind.
     */
    default List<String> restore(TransactionStart start) {
        return List.of();
    }

    /**
     * A query for the id of the current transaction: one row, one text, null where nothing has been written. Null where the
     * database cannot tell afterwards how a transaction ended.
     */
    default @Nullable String idQuery() {
        return null;
    }

    /**
     * A query for how a transaction has ended: one row, one text, {@code committed}, {@code aborted} or {@code in progress}, or
     * null where the server remembers it no more. Null where the database cannot tell: such an outcome stays unknown.
     *
     * @param id what {@link #idQuery} gave, of this database or another
     */
    default @Nullable String statusQuery(String id) {
        return null;
    }

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

    /** Null where a savepoint is not given back: it goes with the transaction. */
    default @Nullable String release(String name) {
        return "release savepoint " + requirePlain(name);
    }

    /** The name itself, if it needs no quotes anywhere. */
    static String requirePlain(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "a savepoint's name is made of letters, digits and underscores, not '" + name + "'");
        }
        return name;
    }
}
