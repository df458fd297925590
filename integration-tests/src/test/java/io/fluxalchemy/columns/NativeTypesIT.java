package io.fluxalchemy.columns;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.compiler.SqlPrinter;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.HstoreColumn;
import io.fluxalchemy.sql.InetColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.RangeColumn;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.type.Bits;
import io.fluxalchemy.type.Inet;
import io.fluxalchemy.type.Interval;
import io.fluxalchemy.type.Range;
import io.fluxalchemy.type.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Types that PostgreSQL alone has, through the engine: written, read, compared, and refused elsewhere by name. */
class NativeTypesIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final Range<Instant> MORNING = Range.closedOpen(NINE, NINE.plusSeconds(3 * 3600));

    static final class Bookings extends Table<Bookings> {

        static final Bookings BOOKINGS = new Bookings(Name.of("booking"));

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final RangeColumn<Instant> during = range("during", Types.TIMESTAMP);
        final RangeColumn<Integer> seats = range("seats", Types.INTEGER);
        final ValueColumn<Interval> notice = column("notice", Types.INTERVAL);
        final HstoreColumn extras = hstore("extras");
        final InetColumn client = inet("client");
        final ValueColumn<Bits> days = column("days", Types.bit(7));

        private Bookings(Name name) {
            super(name, Bookings::new);
        }
    }

    private static final Bookings BOOKINGS = Bookings.BOOKINGS;
    private static AsyncEngine engine;

    @BeforeAll
    static void book() {
        engine = AsyncEngine.create(DATABASE.url());
        await(engine.execute(sql("create extension hstore")));
        await(engine.createAll(MetaData.of(BOOKINGS)));
        await(engine.execute(insertInto(BOOKINGS)
                .rows(List.of(1, 2))
                .set(BOOKINGS.id, id -> id)
                .set(BOOKINGS.during, id -> id == 1 ? MORNING : Range.atLeast(NINE.plusSeconds(6 * 3600)))
                .set(BOOKINGS.seats, id -> Range.closed(10 * id, 10 * id + 4))
                .set(BOOKINGS.notice, id -> Interval.of(Period.of(0, id, 1)))
                .set(BOOKINGS.extras, id -> id == 1 ? Map.of("lunch", "vegan", "seat", "aisle") : Map.of())
                .set(BOOKINGS.client, id -> Inet.parse("10.0." + id + ".7"))
                .set(BOOKINGS.days, id -> new Bits("000000" + (id - 1)))));
    }

    @AfterAll
    static void close() {
        await(engine.close());
    }

    private static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }

    private static List<Integer> found(Condition condition) {
        return await(
                engine.all(select(BOOKINGS.id).from(BOOKINGS).where(condition).orderBy(BOOKINGS.id.asc())));
    }

    @Test
    void rangesContainAndOverlapAndComeBefore() {
        assertThat(found(BOOKINGS.during.contains(NINE))).containsExactly(1);
        assertThat(found(BOOKINGS.during.contains(MORNING.upper()))).isEmpty();
        assertThat(found(BOOKINGS.during.overlaps(Range.atLeast(NINE.plusSeconds(3600)))))
                .containsExactly(1, 2);
        assertThat(found(BOOKINGS.during.containsAll(Range.closed(NINE, NINE)))).containsExactly(1);
        assertThat(found(BOOKINGS.during.isBefore(Range.atLeast(NINE.plusSeconds(5 * 3600)))))
                .containsExactly(1);
        assertThat(found(BOOKINGS.seats.contains(BOOKINGS.id.times(10)))).containsExactly(1, 2);
        assertThat(found(BOOKINGS.seats.overlaps(BOOKINGS.seats))).containsExactly(1, 2);
        assertThat(found(BOOKINGS.during.eq(MORNING))).containsExactly(1);
    }

    @Test
    void aRangeOfWholeNumbersIsReadAsTheDatabaseKeepsIt() {
        assertThat(await(engine.one(select(BOOKINGS.seats).from(BOOKINGS).where(BOOKINGS.id.eq(1)))))
                .isEqualTo(Range.closedOpen(10, 15));
        assertThatThrownBy(() -> found(BOOKINGS.seats.eq(Range.closed(1, Integer.MAX_VALUE))))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("the last value");
    }

    @Test
    void keysOfAnHstoreAreLookedUp() {
        assertThat(await(engine.all(
                        select(BOOKINGS.extras.get("lunch")).from(BOOKINGS).where(BOOKINGS.extras.hasKey("seat")))))
                .containsExactly("vegan");
        assertThat(found(BOOKINGS.extras.containsAll(Map.of("seat", "aisle")))).containsExactly(1);
        assertThat(found(BOOKINGS.extras.get("lunch").startsWith("veg"))).containsExactly(1);
        Map<String, @Nullable String> read =
                await(engine.one(select(BOOKINGS.extras).from(BOOKINGS).where(BOOKINGS.id.eq(1))));
        assertThat(read).containsExactly(Map.entry("lunch", "vegan"), Map.entry("seat", "aisle"));
        assertThatThrownBy(() -> read.put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void networksContainAddresses() {
        assertThat(found(BOOKINGS.client.isWithin(Inet.parse("10.0.2.0/24")))).containsExactly(2);
        assertThat(found(BOOKINGS.client.contains(Inet.parse("10.0.1.7")))).containsExactly(1);
        assertThat(found(BOOKINGS.client.contains(BOOKINGS.client))).containsExactly(1, 2);
    }

    @Test
    void intervalsAndBitsAreWrittenReadAndCompared() {
        assertThat(found(BOOKINGS.notice.gt(Interval.of(Period.ofDays(40))))).containsExactly(2);
        assertThat(await(engine.all(select(BOOKINGS.days).from(BOOKINGS).orderBy(BOOKINGS.id.asc()))))
                .containsExactly(new Bits("0000000"), new Bits("0000001"));
        assertThat(found(BOOKINGS.days.in(new Bits("0000001"), new Bits("1111111"))))
                .containsExactly(2);
        await(engine.execute(update(BOOKINGS)
                .set(BOOKINGS.notice, Interval.of(Duration.ofMinutes(-90)))
                .where(BOOKINGS.id.eq(-1))));
        assertThat(await(engine.one(select(value(new Interval(1, 2, 3), Types.INTERVAL)))))
                .isEqualTo(new Interval(1, 2, 3));
    }

    @Test
    void literalsMeanWhatBoundValuesMean() {
        assertThat(SqlPrinter.of(Dialects.byName("postgresql"))
                        .inlined(select(BOOKINGS.id)
                                .from(BOOKINGS)
                                .where(
                                        BOOKINGS.seats.overlaps(Range.closed(1, 2)),
                                        BOOKINGS.days.eq(new Bits("0000001")))))
                .isEqualTo("select id from booking where seats && cast('[1,3)' as int4range)"
                        + " and days = cast('0000001' as bit(7))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb", "mysql"})
    void databasesWithoutThemRefuseThemByName(String dialect) {
        SqlPrinter printer = SqlPrinter.of(Dialects.byName(dialect));
        assertThatThrownBy(() -> printer.sql(select(value(new Interval(1, 2, 3), Types.INTERVAL))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining(dialect + " does not have the type interval");
        assertThatThrownBy(() -> printer.sql(select(value(List.of(new Bits("1")), Types.arrayOf(Types.bit(1))))))
                .hasMessageContaining(dialect + " does not have the type bit");
        assertThatThrownBy(() -> printer.sql(select(BOOKINGS.id).from(BOOKINGS).where(BOOKINGS.extras.hasKey("a"))))
                .hasMessageContaining(dialect + " does not have hstore");
        assertThatThrownBy(() -> printer.sql(
                        select(BOOKINGS.id).from(BOOKINGS).where(BOOKINGS.client.contains(BOOKINGS.client))))
                .hasMessageContaining(dialect + " does not have networks");
        assertThatThrownBy(() -> new io.fluxalchemy.compiler.SqlCompiler(Dialects.byName(dialect), 1)
                        .ddl(MetaData.of(BOOKINGS).createAll()))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("booking.during")
                .hasMessageContaining(dialect + " does not have the type tstzrange");
    }
}
