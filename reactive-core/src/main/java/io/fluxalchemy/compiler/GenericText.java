package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.AnsiDialect;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.StatementText;
import java.util.function.Supplier;

/** Statements in the words of the standard. What has none is told instead. */
public final class GenericText implements StatementText {

    @Override
    public String of(Query<?> query) {
        return shown(query, () -> SqlPrinter.of(new AnsiDialect()).sql(query));
    }

    @Override
    public String of(Command command) {
        return shown(command, () -> SqlPrinter.of(new AnsiDialect()).sql(command));
    }

    private static String shown(Object statement, Supplier<String> text) {
        try {
            return text.get();
        } catch (RuntimeException e) {
            return statement.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }
}
