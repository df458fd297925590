package io.fluxalchemy.dialect;

import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.type.Storage;
import org.jspecify.annotations.Nullable;

/**
 * One database: facts about it and the syntaxes by which it differs. A value without state, safe to share; found by
 * {@link java.util.ServiceLoader} through {@link Dialects}.
 *
 * <p>A difference is told by returning another fact or syntax, never by looking at which dialect it is.
 */
public interface Dialect {

    /** The name that drivers and options use, such as {@code postgresql}. */
    String name();

    /** The same dialect for one major version of the server; itself where versions do not differ. */
    default Dialect forVersion(int major) {
        return this;
    }

    /** Whether the database has a feature; statements that need a missing one are refused. */
    boolean supports(Feature feature);

    Identifiers identifiers();

    /** The most values one statement may bind. */
    int maxBinds();

    /**
     * What an error means.
     *
     * @param sqlState null where the driver gives none
     * @param code the vendor's number; 0 where the driver gives none
     * @param message the server's message, for databases that tell kinds apart in no other way; may be null
     */
    ErrorKind errorKind(@Nullable String sqlState, int code, @Nullable String message);

    /** Whether running a transaction again may cure an error of this kind, where the user asked for that. */
    default boolean isRetryable(ErrorKind kind) {
        return kind.isRetryable();
    }

    /**
     * Whether the server has ended the whole transaction when it reports an error of this kind, so that what runs next would be stored
     * by itself. Nothing more is sent then, and the scope ends with the error as its cause.
     */
    default boolean endsTransaction(ErrorKind kind) {
        return false;
    }

    TypeSyntax types();

    /** Whether the database has a type that not every one has: a {@code Storage.Native} or a {@code Storage.Bit}. */
    default boolean hasType(Storage type) {
        return false;
    }

    BindSyntax binds();

    ExpressionSyntax expressions();

    LimitSyntax limit();

    default QuerySyntax queries() {
        return QuerySyntax.STANDARD;
    }

    /** How conditions and values become each other; null where a condition is a value. */
    default @Nullable TruthSyntax truth() {
        return null;
    }

    /** Values as text, for statements that are shown and never executed. */
    default LiteralSyntax literals() {
        return new StandardLiterals(types(), expressions()::literal);
    }

    LockSyntax lock();

    default ValuesSyntax values() {
        return ValuesSyntax.VALUES;
    }

    /** Whether a grouping by rollup is written behind all that is grouped by ({@code a, b with rollup}), not as a call. */
    default boolean rollsUpLast() {
        return false;
    }

    InsertSyntax inserts();

    ReturningSyntax returning();

    JoinedWriteSyntax joinedWrites();

    BatchSyntax batches();

    TransactionSyntax transactions();

    DdlSyntax ddl();

    /** Bulk loads from the client; null where the database has none, or its driver offers none. */
    default @Nullable CopySyntax copies() {
        return null;
    }

    /** Cursors that live in a transaction; null where the database offers none to clients. */
    default @Nullable CursorSyntax cursors() {
        return null;
    }
}
