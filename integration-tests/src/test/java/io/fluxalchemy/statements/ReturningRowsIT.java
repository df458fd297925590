package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.statements.Databases.all;
import static io.fluxalchemy.statements.Databases.await;
import static io.fluxalchemy.statements.Works.WORKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.NotNullViolationException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.error.TooManyRowsException;
import io.fluxalchemy.error.WriteRefusedException;
import io.fluxalchemy.sql.InsertRows;
import io.fluxalchemy.sql.SqlRow;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An insert of many rows that returns something takes as many statements as it needs, and answers in the order of the rows. */
class ReturningRowsIT {

    /** With five columns more values than any database takes in one statement. */
    private static final int MANY = 20_500;

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static InsertRows<Integer> rows(List<Integer> numbers) {
        return insertInto(WORKS)
                .rows(numbers)
                .set(WORKS.title, number -> number < 0 ? null : "work " + number)
                .set(WORKS.year, number -> number)
                .set(WORKS.price, number -> BigDecimal.ONE)
                .set(WORKS.meta, number -> "{}")
                .set(WORKS.parent, number -> null);
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void idsOfMoreRowsThanOneStatementTakesComeInTheirOrder(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        List<Long> ids = all(engine, rows(numbers(MANY)).returning(WORKS.id));
        assertThat(ids).hasSize(MANY).doesNotHaveDuplicates();
        Map<Long, Integer> stored = new HashMap<>();
        all(engine, select(WORKS.id, WORKS.year).into(Map::entry).from(WORKS))
                .forEach(each -> stored.put(each.getKey(), each.getValue()));
        for (int i = 0; i < MANY; i++) {
            assertThat(stored.get(ids.get(i))).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void rowsOfSeveralColumnsAreReadInTheirOrderToo(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        List<SqlRow> stored = all(engine, rows(numbers(2_500)).returning(WORKS.year, WORKS.title));
        for (int i = 0; i < stored.size(); i++) {
            assertThat(stored.get(i).get(WORKS.year)).isEqualTo(i);
            assertThat(stored.get(i).get("title", String.class)).isEqualTo("work " + i);
        }
        assertThat(stored).hasSize(2_500);
        assertThat(all(engine, rows(List.of(5_000, 5_001)).returning(WORKS.year).map(year -> year * 2)))
                .containsExactly(10_000, 10_002);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aRowThatIsRefusedLeavesNoneOfTheOthers(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        List<Integer> numbers = new ArrayList<>(numbers(11_000));
        numbers.add(-1);
        assertThatThrownBy(() -> all(engine, rows(numbers).returning(WORKS.id)))
                .isInstanceOf(NotNullViolationException.class);
        assertThat(await(engine.one(select(count(WORKS.id)).from(WORKS)))).isZero();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theVerbsCountTheRowsAsOfAnyQuery(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        assertThat(all(engine, rows(List.of()).returning(WORKS.id))).isEmpty();
        assertThat(await(engine.oneOrEmpty(rows(List.of()).returning(WORKS.id))))
                .isNull();
        assertThat(await(engine.one(rows(List.of(7)).returning(WORKS.year)))).isEqualTo(7);
        assertThat(await(engine.first(rows(List.of(8, 9)).returning(WORKS.year))))
                .isEqualTo(8);
        assertThatThrownBy(() -> await(engine.one(rows(List.of(1, 2, 3)).returning(WORKS.year))))
                .isInstanceOf(TooManyRowsException.class);
        assertThatThrownBy(() -> await(engine.read(c -> c.all(rows(List.of(7)).returning(WORKS.year)))))
                .isInstanceOf(WriteRefusedException.class);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatNeedsOneStatementIsRefusedBeforeItIsSent(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        assertThatThrownBy(() -> all(engine, rows(numbers(MANY)).returning(WORKS.title.lower())))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("binds 102500 values")
                .hasMessageContaining("split it");
        assertThat(await(engine.one(select(count(WORKS.id)).from(WORKS)))).isZero();
    }
}
