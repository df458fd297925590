package io.fluxalchemy.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Which statements of a connection may run again. */
class KeptStatementsTest {

    private final KeptStatements kept = new KeptStatements();

    @Test
    void aStatementThatRunsIsNotGivenToAnotherRun() {
        Statement statement = new NoStatement();
        kept.keep("select 1", statement, 0);
        assertThat(kept.take("select 1")).isSameAs(statement);
        assertThat(kept.take("select 1")).isNull();
    }

    @Test
    void asManyAsItsBoundAreKeptThoseUsedLast() {
        IntStream.range(0, 64).forEach(i -> kept.keep("select " + i, new NoStatement(), 0));
        Statement first = kept.take("select 0");
        assertThat(first).isNotNull();
        kept.keep("select 0", first, 0);
        kept.keep("select 64", new NoStatement(), 0);
        assertThat(kept.take("select 1")).isNull();
        assertThat(kept.take("select 0")).isSameAs(first);
        assertThat(kept.take("select 64")).isNotNull();
    }

    @Test
    void noneHoldsTheValuesItRanWith() {
        NoStatement statement = new NoStatement();
        statement.bind(0, "a secret").bind(1, "another");
        kept.keep("select $1, $2", statement, 2);
        assertThat(statement.values).containsExactly(Map.entry(0, "null"), Map.entry(1, "null"));
    }

    /** Never runs. */
    private static final class NoStatement implements Statement {

        private final Map<Integer, Object> values = new TreeMap<>();

        @Override
        public Statement add() {
            return this;
        }

        @Override
        public Statement bind(int index, Object value) {
            values.put(index, value);
            return this;
        }

        @Override
        public Statement bind(String name, Object value) {
            return this;
        }

        @Override
        public Statement bindNull(int index, Class<?> type) {
            values.put(index, "null");
            return this;
        }

        @Override
        public Statement bindNull(String name, Class<?> type) {
            return this;
        }

        @Override
        public Publisher<? extends Result> execute() {
            return Mono.empty();
        }
    }
}
