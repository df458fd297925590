package io.fluxalchemy.faults.known;

import static io.fluxalchemy.security.Canary.all;
import static io.fluxalchemy.security.Canary.await;
import static io.fluxalchemy.security.Canary.execute;
import static io.fluxalchemy.security.Vault.VAULT;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.or;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.security.Canary;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Group F of the known faults: limits. */
class LimitFaultsIT {

    @RegisterExtension
    static final Canary CANARY = new Canary();

    /** One more value than fits the protocol's 16 bits once broke the message; here it is split, sent as one array, or refused. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void F1_valuesBeyondTheLimitAreSplitOrRefusedBeforeTheyAreSent(DatabaseKind kind) {
        AsyncEngine engine = CANARY.emptied(kind);
        int limit = engine.dialect().maxBinds();
        int rows = limit / 2 + 2;
        assertThat(execute(
                        engine,
                        insertInto(VAULT)
                                .rows(IntStream.range(0, rows).boxed().toList())
                                .set(VAULT.id, i -> i)
                                .set(VAULT.content, i -> "r" + i)))
                .as("more values than one statement binds, inserted")
                .isEqualTo(rows);
        List<Object[]> updates = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            updates.add(new Object[] {i, "u" + i});
        }
        await(engine.transaction(c -> c.write(new Batch.Update(VAULT, List.of(VAULT.id, VAULT.content), 1, updates))));
        assertThat(await(engine.count(select(VAULT.id).from(VAULT).where(VAULT.content.startsWith("u")))))
                .as("updated")
                .isEqualTo(rows);
        boolean hasArrays = kind == DatabaseKind.POSTGRESQL;
        for (int n : List.of(limit - 1, limit, limit + 1, 10 * limit)) {
            var query = select(VAULT.id)
                    .from(VAULT)
                    .where(VAULT.id.in(IntStream.range(0, n).boxed().toList()));
            if (hasArrays || n <= limit) {
                assertThat(all(engine, query)).as("in a list of " + n).hasSize(rows);
            } else {
                int before = CANARY.statements();
                assertThatThrownBy(() -> all(engine, query))
                        .isInstanceOf(StatementException.class)
                        .hasMessageContaining(limit + " in one statement");
                assertThat(CANARY.statements()).isEqualTo(before);
            }
        }
    }

    @Test
    void F1_conditionsWithTooManyValuesAreRefused() {
        AsyncEngine engine = CANARY.emptied(DatabaseKind.POSTGRESQL);
        int limit = engine.dialect().maxBinds();
        Condition[] many =
                IntStream.rangeClosed(0, limit).mapToObj(VAULT.id::eq).toArray(Condition[]::new);
        int before = CANARY.statements();
        assertThatThrownBy(() -> all(engine, select(VAULT.id).from(VAULT).where(or(many))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("at most " + limit);
        assertThat(CANARY.statements()).isEqualTo(before);
    }

    /** A batch of several statements is all or nothing, also without a transaction around it. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void F2_aSplitBatchIsAllOrNothing(DatabaseKind kind) {
        AsyncEngine engine = CANARY.emptied(kind);
        List<Integer> ids = new ArrayList<>(IntStream.range(0, 12_000).boxed().toList());
        ids.add(5);
        assertThatThrownBy(() -> execute(engine, insertInto(VAULT).rows(ids).set(VAULT.id, i -> i)))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(await(engine.count(select(VAULT.id).from(VAULT)))).isZero();
    }

    /** No server here counts two thousand million rows in a test's time, so the driver is made to say it. */
    @Test
    void F3_rowCountsAreLong() {
        ConnectionFactory h2 = ConnectionFactories.get(CANARY.url(DatabaseKind.H2));
        ConnectionFactory counting = new ConnectionFactory() {
            @Override
            public Publisher<? extends Connection> create() {
                return Mono.from(h2.create())
                        .map(connection -> answering(
                                Connection.class,
                                connection,
                                Map.of(
                                        "createStatement",
                                        statement -> answering(
                                                Statement.class,
                                                statement,
                                                Map.of(
                                                        "execute",
                                                        results -> Flux.from((Publisher<?>) results)
                                                                .map(result -> answering(
                                                                        Result.class,
                                                                        result,
                                                                        Map.of(
                                                                                "getRowsUpdated",
                                                                                n -> Mono.just(3_000_000_000L)))))))));
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return h2.getMetadata();
            }
        };
        AsyncEngine engine = AsyncEngine.of(counting);
        try {
            assertThat(execute(engine, sql("update vault set content = 'x'"))).isEqualTo(3_000_000_000L);
        } finally {
            await(engine.close());
        }
    }

    /** The same object, with what some of its methods return replaced. */
    private static <T> T answering(Class<T> type, Object target, Map<String, Function<Object, Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                LimitFaultsIT.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(target, arguments);
                        Function<Object, Object> other = answers.get(method.getName());
                        return other == null ? answer : other.apply(answer);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
