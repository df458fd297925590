package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.schema.DdlStatement;
import io.fluxalchemy.schema.SchemaMap;
import io.fluxalchemy.sql.Sql;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs DDL statements one after the other. */
final class Ddl {

    private Ddl() {}

    /** What one statement of DDL is written as. */
    private record Written(DdlStatement statement, List<String> texts) {}

    /** Everything is written before anything runs: what a database lacks is refused before something is created. */
    static Mono<Void> run(
            SqlExecutor executor, Dialect dialect, SchemaMap schemas, Supplier<List<DdlStatement>> statements) {
        SqlCompiler compiler = new SqlCompiler(dialect, 1);
        return Flux.defer(() -> Flux.fromIterable(statements.get().stream()
                        .map(statement -> new Written(statement, compiler.ddl(List.of(statement), schemas)))
                        .toList()))
                .concatMap(written -> Flux.fromIterable(written.texts())
                        .concatMap(text -> executor.execute(Sql.sql(text)))
                        .then()
                        .onErrorResume(
                                DatabaseException.class,
                                e -> dialect.ddl().isDone(written.statement(), e.kind())
                                        ? Mono.empty()
                                        : Mono.error(e)))
                .then();
    }
}
