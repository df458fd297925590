package io.fluxalchemy.sql;

import java.util.ServiceLoader;

/**
 * Shows a statement as SQL that belongs to no database, for debuggers and messages: with markers in place of values, which it never
 * shows. Implemented where statements are compiled, and found by {@link ServiceLoader}, because the language does not know the compiler.
 */
public interface StatementText {

    /** The text of a {@link Query}; of what is wrong with it, if it cannot be written. Never throws. */
    String of(Query<?> query);

    /** As {@link #of(Query)}. */
    String of(Command command);
}
