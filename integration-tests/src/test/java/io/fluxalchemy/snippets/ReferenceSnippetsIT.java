package io.fluxalchemy.snippets;

import static io.fluxalchemy.snippets.Authors.AUTHORS;
import static io.fluxalchemy.snippets.Books.BOOKS;
import static io.fluxalchemy.snippets.Employees.EMPLOYEES;
import static io.fluxalchemy.snippets.OrderLines.ORDER_LINES;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.type.SqlType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A database takes every one of the statements and reads its rows, or its dialect refuses it before anything is sent. */
class ReferenceSnippetsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<DatabaseKind, List<String>> REFUSED = Map.of(
            DatabaseKind.POSTGRESQL, List.of(),
            DatabaseKind.H2, List.of("dynamic filter and sort", "json and arrays", "upsert of no row"),
            DatabaseKind.MARIADB, List.of("dynamic filter and sort", "json and arrays", "upsert"));

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyStatementRunsOrIsRefused(DatabaseKind kind) {
        List<String> refused = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            prepare(engine).block(PATIENCE);
            ReferenceSnippetsTest.snippets().forEach(snippet -> {
                try {
                    engine.transaction(c -> run(c, snippet).then(Mono.error(new RolledBack())))
                            .onErrorResume(RolledBack.class, e -> Mono.empty())
                            .block(PATIENCE);
                } catch (StatementException e) {
                    refused.add(snippet.name());
                } catch (RuntimeException e) {
                    failed.add(snippet.name() + ": " + e);
                }
            });
            engine.close().block(PATIENCE);
        }
        assertThat(failed).isEmpty();
        assertThat(refused).isEqualTo(REFUSED.get(kind));
    }

    /** Ends a transaction so that no statement sees what another wrote. */
    private static final class RolledBack extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static Mono<?> run(AsyncConnection connection, Snippet snippet) {
        return snippet.query() != null
                ? connection.all(snippet.query())
                : connection.execute(Objects.requireNonNull(snippet.command()));
    }

    private static Mono<Void> prepare(AsyncEngine engine) {
        Mono<Void> tables = Flux.just(AUTHORS, BOOKS, EMPLOYEES, ORDER_LINES)
                .concatMap(table -> engine.execute(sql(create(engine, table))))
                .then();
        return tables.then(engine.execute(insertInto(AUTHORS)
                        .set(AUTHORS.id, 1L)
                        .set(AUTHORS.name, "x")
                        .set(AUTHORS.born, 1929)
                        .set(AUTHORS.active, true)
                        .set(AUTHORS.createdAt, Instant.EPOCH)))
                .then(engine.execute(insertInto(BOOKS)
                        .set(BOOKS.id, 1L)
                        .set(BOOKS.title, "x")
                        .set(BOOKS.year, 1999)
                        .set(BOOKS.price, new BigDecimal("12.50"))
                        .set(BOOKS.authorId, 1L)))
                .then(engine.execute(insertInto(EMPLOYEES).set(EMPLOYEES.id, 1L).set(EMPLOYEES.name, "boss")))
                .then(engine.execute(insertInto(EMPLOYEES)
                        .set(EMPLOYEES.id, 2L)
                        .set(EMPLOYEES.name, "worker")
                        .set(EMPLOYEES.bossId, 1L)))
                .then();
    }

    private static String create(AsyncEngine engine, Table<?> table) {
        return table.definition().columns().stream()
                .map(column -> engine.dialect().identifiers().quoted(column.name()) + " " + type(engine, column.type())
                        + (column.name().equals("email") ? " unique" : ""))
                .collect(Collectors.joining(
                        ", ", "create table " + table.definition().tableName() + " (", ")"));
    }

    private static String type(AsyncEngine engine, SqlType<?> type) {
        try {
            return engine.dialect().types().name(type.storage());
        } catch (StatementException without) {
            return "integer";
        }
    }
}
