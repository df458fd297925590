package io.fluxalchemy.benchmarks.forms;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One form of writing many rows.
 *
 * @param rows how many a statement writes
 * @param adds whether the rows are those of a driver's own batch ({@code Statement.add})
 * @param key the column whose values come back; null where rows are counted
 * @param text the statement for a number of rows
 * @param binding the values of a row, in the order of the markers that belong to it
 */
record Form(String title, int rows, boolean adds, @Nullable String key, IntFunction<String> text, Binding binding) {

    /** Binds the values of some rows, beginning with marker 0. */
    interface Binding extends BiConsumer<Statement, List<Item>> {}

    /** Writes all rows in one transaction; how many ids came back, or rows were counted. */
    Mono<Long> run(Connection connection, List<Item> items) {
        List<List<Item>> parts = new ArrayList<>();
        for (int from = 0; from < items.size(); from += rows) {
            parts.add(items.subList(from, Math.min(items.size(), from + rows)));
        }
        Flux<Long> written = adds
                ? Flux.defer(() -> added(connection, items))
                : Flux.fromIterable(parts).concatMap(part -> counted(statement(connection, part)));
        return Mono.from(connection.beginTransaction())
                .thenMany(written)
                .reduce(0L, Long::sum)
                .flatMap(count -> Mono.from(connection.commitTransaction()).thenReturn(count));
    }

    private Statement statement(Connection connection, List<Item> part) {
        Statement statement = connection.createStatement(text.apply(part.size()));
        binding.accept(statement, part);
        return statement;
    }

    private Flux<Long> added(Connection connection, List<Item> items) {
        Statement statement = connection.createStatement(text.apply(1));
        if (key != null) {
            statement.returnGeneratedValues(key);
        }
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                statement.add();
            }
            binding.accept(statement, List.of(items.get(i)));
        }
        return counted(statement);
    }

    /** Rows that come back, or rows that were affected. */
    private Flux<Long> counted(Statement statement) {
        return Flux.from(statement.execute())
                .concatMap(result -> key == null
                        ? Flux.from(result.getRowsUpdated())
                        : Flux.from(result.<Long>map((row, metadata) -> row.get(0, Long.class) == null ? 0L : 1L)));
    }
}
