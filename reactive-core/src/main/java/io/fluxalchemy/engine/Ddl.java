package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.schema.DdlStatement;
import io.fluxalchemy.sql.Sql;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs DDL statements one after the other. */
final class Ddl {

    private Ddl() {}

    static Mono<Void> run(SqlExecutor executor, Dialect dialect, Supplier<List<DdlStatement>> statements) {
        SqlCompiler compiler = new SqlCompiler(dialect, 1);
        return Flux.defer(() -> Flux.fromIterable(statements.get()))
                .concatMap(statement -> Flux.fromIterable(compiler.ddl(List.of(statement)))
                        .concatMap(text -> executor.execute(Sql.sql(text)))
                        .then()
                        .onErrorResume(
                                DatabaseException.class,
                                e -> dialect.ddl().isDone(statement, e.kind()) ? Mono.empty() : Mono.error(e)))
                .then();
    }
}
