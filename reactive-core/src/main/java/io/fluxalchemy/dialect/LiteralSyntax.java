package io.fluxalchemy.dialect;

import io.fluxalchemy.type.Storage;

/** How values are written as text, for statements that are shown or kept in a file. What is executed binds its values. */
@FunctionalInterface
public interface LiteralSyntax {

    /**
     * A value as SQL text that means the same.
     *
     * @param canonical of {@code storage.canonicalClass()}
     * @throws io.fluxalchemy.error.StatementException if the database has no literal for it
     */
    String literal(Storage storage, Object canonical);
}
