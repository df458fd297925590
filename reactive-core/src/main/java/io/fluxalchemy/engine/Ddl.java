package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialect;
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
        return Flux.defer(() -> Flux.fromIterable(new SqlCompiler(dialect, 1).ddl(statements.get())))
                .concatMap(text -> executor.execute(Sql.sql(text)))
                .then();
    }
}
