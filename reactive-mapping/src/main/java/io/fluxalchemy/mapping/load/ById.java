package io.fluxalchemy.mapping.load;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.mapping.load.KeyCondition.KeyColumn;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads rows by their ids. Stateless. */
final class ById {

    private ById() {}

    /** The entities of some keys, in no order of note; one statement where the database binds an array. */
    static <T> Mono<List<T>> all(
            AsyncConnection connection, LoadScope scope, EntityRows rows, EntityTable<T, ?> table, List<?> keys) {
        int width = table.model().columns().id().size();
        if (keys.size() == 1 && width == 1 && table.alias() == null) {
            return connection.attach(rows).all(scope.plans().byId(table).with(keys.get(0)));
        }
        List<? extends List<?>> chunks = KeyChunks.of(keys, width, connection.dialect());
        if (chunks.size() == 1) {
            return connection.attach(rows).all(select(scope.plans(), table, chunks.get(0)));
        }
        return Flux.fromIterable(chunks)
                .concatMap(chunk -> connection.attach(rows).all(select(scope.plans(), table, chunk)))
                .collectList()
                .map(ById::concat);
    }

    private static <T> List<T> concat(List<List<T>> chunks) {
        List<T> all = new ArrayList<>();
        chunks.forEach(all::addAll);
        return all;
    }

    static <T> Query<T> select(EntityPlans plans, EntityTable<T, ?> table, List<?> keys) {
        return WideQuery.of(plans, Sql.select(table).where(KeyCondition.in(table.source(), columns(table), keys)))
                .query();
    }

    private static List<KeyColumn> columns(EntityTable<?, ?> table) {
        List<KeyColumn> columns = new ArrayList<>(1);
        table.model().columns().id().forEach(column -> columns.add(new KeyColumn(column.name(), column.type())));
        return columns;
    }
}
