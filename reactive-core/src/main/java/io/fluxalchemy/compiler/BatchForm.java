package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.BatchSyntax;

/** What the result of a batch's statements may look like to whoever reads it. */
public enum BatchForm {
    /** Rows only. */
    ROWS,
    /** Rows, or one row of arrays. */
    GATHERED,
    /** Rows only, of a table that takes no other form ({@link BatchSyntax#question}). */
    PLAIN;

    BatchSyntax of(BatchSyntax syntax) {
        return switch (this) {
            case ROWS -> syntax;
            case GATHERED -> syntax.gathered();
            case PLAIN -> syntax.plain();
        };
    }
}
