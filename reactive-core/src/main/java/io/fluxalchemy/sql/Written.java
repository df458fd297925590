package io.fluxalchemy.sql;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The text that statements are shown as. */
final class Written {

    private static final @Nullable StatementText TEXT = ServiceLoader.load(
                    StatementText.class, Written.class.getClassLoader())
            .findFirst()
            .orElse(null);

    private Written() {}

    static String of(Query<?> query) {
        return TEXT == null ? query.getClass().getSimpleName() : TEXT.of(query);
    }

    static String of(Command command) {
        return TEXT == null ? command.getClass().getSimpleName() : TEXT.of(command);
    }
}
