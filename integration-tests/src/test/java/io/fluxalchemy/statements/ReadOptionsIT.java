package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.statements.Databases.await;
import static io.fluxalchemy.statements.Works.WORKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.ResultOverflowException;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Statement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** What is said of the reading of one statement reaches the driver and the list, and no other statement. */
class ReadOptionsIT {

    private final List<Integer> fetchSizes = Collections.synchronizedList(new ArrayList<>());
    private final TestDatabase database = TestDatabase.h2();
    private AsyncEngine engine;

    private final Select<String> titles =
            select(WORKS.title).from(WORKS).where(WORKS.id.gt(0)).orderBy(WORKS.id.asc());

    @BeforeEach
    void fill() {
        ConnectionFactory h2 = ConnectionFactories.get(database.url());
        engine =
                AsyncEngine.builder().connectionFactory(watching(h2)).maxRows(3).build();
        await(engine.createAll(MetaData.of(WORKS)));
        for (String title : List.of("a", "b", "c", "d")) {
            await(engine.execute(insertInto(WORKS).set(WORKS.title, title)));
        }
        fetchSizes.clear();
    }

    @AfterEach
    void close() {
        await(engine.close());
        database.close();
    }

    private ConnectionFactory watching(ConnectionFactory h2) {
        return new ConnectionFactory() {
            @Override
            public Publisher<? extends Connection> create() {
                return Mono.from(h2.create()).map(connection -> watching(Connection.class, connection));
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return h2.getMetadata();
            }
        };
    }

    private <T> T watching(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                ReadOptionsIT.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("fetchSize")) {
                        fetchSizes.add((Integer) arguments[0]);
                    }
                    try {
                        Object answer = method.invoke(target, arguments);
                        return answer instanceof Statement statement ? watching(Statement.class, statement) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void aStreamIsFetchedAsTheStatementSays() {
        assertThat(await(engine.stream(titles.fetchSize(7)).collectList())).hasSize(4);
        assertThat(await(engine.stream(titles).collectList())).hasSize(4);
        assertThat(fetchSizes).containsExactly(7, 1_000);
    }

    @Test
    void aStatementMayReadMoreOrFewerRowsThanTheEnginesOwnLimit() {
        assertThatThrownBy(() -> await(engine.all(titles))).isInstanceOf(ResultOverflowException.class);
        assertThat(await(engine.all(titles.maxRows(4)))).containsExactly("a", "b", "c", "d");
        assertThatThrownBy(() ->
                        await(engine.all(titles.limit(3).map(String::length).maxRows(2))))
                .isInstanceOf(ResultOverflowException.class)
                .hasMessageContaining("more than the 2 rows");
    }

    @Test
    void whatIsSaidStaysWithTheStatementThroughItsOtherVerbs() {
        Select<Integer> changed = titles.fetchSize(9).maxRows(5).distinct().map(String::length);
        assertThat(changed.reading().fetchSize()).isEqualTo(9);
        assertThat(changed.withSelection(titles.selection()).reading().maxRows())
                .isEqualTo(5);
        assertThat(titles.reading().fetchSize()).isNull();
        assertThat(changed.fetchSize(2).tree()).isEqualTo(changed.tree());
        assertThatThrownBy(() -> titles.fetchSize(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> titles.maxRows(-1)).hasMessageContaining("at least 1");
    }
}
