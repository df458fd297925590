package io.fluxalchemy.dialects;

import io.fluxalchemy.compiler.BatchChunk;
import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A statement in every dialect, a line each; a refusal is a line too. */
final class Golden {

    private static final List<Dialect> ALL = List.of(
            Dialects.byName("postgresql"),
            Dialects.byName("h2"),
            Dialects.byName("mariadb"),
            Dialects.byName("mysql"),
            Dialects.byName("sqlserver"),
            Dialects.byName("oracle"));

    private Golden() {}

    static String sql(Query<?> query) {
        return lines(compiler -> compiler.prepare(query).text());
    }

    static String sql(Command command) {
        return lines(compiler -> compiler.prepare(command).text());
    }

    static String sql(Batch batch) {
        return lines(compiler -> {
            BatchChunk chunk = compiler.prepare(batch).get(0);
            return chunk.sql().text() + " -- " + chunk.shape();
        });
    }

    static String lines(Function<SqlCompiler, String> statement) {
        return ALL.stream()
                .map(dialect -> dialect.name() + ": " + text(statement, new SqlCompiler(dialect, 8)) + "\n")
                .collect(Collectors.joining());
    }

    private static String text(Function<SqlCompiler, String> statement, SqlCompiler compiler) {
        try {
            return statement.apply(compiler);
        } catch (StatementException e) {
            return "refused, " + e.getMessage().replaceFirst(":.*", "");
        }
    }
}
