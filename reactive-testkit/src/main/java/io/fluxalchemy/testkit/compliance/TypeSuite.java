package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.testkit.compliance.TypeTable.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.sql.Column;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written is read, exactly, at the edges of every type too. */
public abstract class TypeSuite extends ComplianceSuite {

    private static final MetaData TABLE = MetaData.of(TYPES);

    private int nextId;

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected TypeSuite(ComplianceTarget target) {
        super(target);
    }

    @BeforeEach
    void createTable() {
        await(engine().dropAll(TABLE).then(engine().createAll(TABLE)));
    }

    @Test
    void wholeNumbers() {
        comeBack(TYPES.small, (short) 0, (short) 1, Short.MIN_VALUE, Short.MAX_VALUE);
        comeBack(TYPES.whole, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
        comeBack(TYPES.big, 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Test
    void decimalsKeepTheirScale() {
        comeBack(
                TYPES.exact,
                new BigDecimal("0.0000"),
                new BigDecimal("1.1000"),
                new BigDecimal("-9999999999999999.9999"),
                new BigDecimal("9999999999999999.9999"));
    }

    @Test
    void floatingNumbers() {
        comeBack(TYPES.floating, 0.0, 0.1, -1.0e-300, Double.MAX_VALUE, 3.141592653589793);
    }

    @Test
    void truth() {
        comeBack(TYPES.flag, true, false);
    }

    @Test
    void textOfAnyScript() {
        comeBack(TYPES.shortText, "", " ", "it's", "a\\b\"c%_", "Ünïcødé 漢字 🙂");
        comeBack(TYPES.longText, "", "line\nline\ttab", "🙂".repeat(20_000));
    }

    @Test
    void datesBeforeAndAfterTheGregorianReform() {
        comeBack(
                TYPES.day,
                LocalDate.EPOCH,
                LocalDate.of(2024, 2, 29),
                LocalDate.of(1582, 10, 4),
                LocalDate.of(1500, 1, 1),
                LocalDate.of(9999, 12, 31));
    }

    @Test
    void timesOfDay() {
        comeBack(
                TYPES.clock,
                LocalTime.MIDNIGHT,
                LocalTime.NOON,
                LocalTime.of(23, 59, 59),
                LocalTime.of(1, 2, 3, 456_789_000));
    }

    @Test
    void localTimestamps() {
        comeBack(
                TYPES.local,
                LocalDateTime.of(1970, 1, 1, 0, 0),
                LocalDateTime.of(2026, 3, 29, 2, 30),
                LocalDateTime.of(2038, 1, 19, 3, 14, 8, 123_456_000));
    }

    @Test
    void pointsInTime() {
        comeBack(
                TYPES.instant,
                Instant.parse("1970-01-01T00:00:01Z"),
                Instant.parse("2026-03-29T01:30:00.123456Z"),
                Instant.parse("2037-12-31T23:59:59Z"));
    }

    /** Of the versions of RFC 9562, and its nil and max: MariaDB refuses others, with an error. */
    @Test
    void uuids() {
        comeBack(
                TYPES.uuid,
                new UUID(0, 0),
                new UUID(-1, -1),
                UUID.fromString("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
                UUID.fromString("018f3a2b-7c4d-7e5f-8a9b-0c1d2e3f4a5b"));
    }

    @Test
    void bytes() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        comeBack(TYPES.bytes, new byte[0], new byte[] {0, 1, 0, 2}, all);
    }

    @Test
    void namesOfAnEnum() {
        comeBack(TYPES.name, DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void nullInEveryColumn() {
        for (Column<?> column : TYPES.columns()) {
            if (!column.name().equals("id")) {
                comeBackNull(column);
            }
        }
    }

    @SafeVarargs
    private <T> void comeBack(Column<T> column, T... values) {
        for (T value : values) {
            int id = nextId++;
            await(engine().execute(insertInto(TYPES).set(TYPES.id, id).set(column, value)));
            assertThat(read(column, id)).as("%s in %s", value, column.name()).isEqualTo(value);
            assertThat(awaitOne(engine().all(select(TYPES.id).from(TYPES).where(TYPES.id.eq(id), column.eq(value)))))
                    .as("%s in %s, compared by the server", value, column.name())
                    .containsExactly(id);
        }
    }

    private <T> void comeBackNull(Column<T> column) {
        int id = nextId++;
        await(engine().execute(insertInto(TYPES).set(TYPES.id, id).setNull(column)));
        assertThat(read(column, id)).as("null in %s", column.name()).isNull();
    }

    private <T> @Nullable T read(Column<T> column, int id) {
        List<T> one = awaitOne(engine().all(select(column).from(TYPES).where(TYPES.id.eq(id))));
        assertThat(one).hasSize(1);
        return one.get(0);
    }
}
