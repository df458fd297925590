package io.fluxalchemy.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The matrix of H2. */
class H2RoundTripIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    private static DriverSession session;

    @BeforeAll
    static void open() {
        session = DriverSession.ours(DATABASE.url());
    }

    @AfterAll
    static void close() {
        session.close();
    }

    static Stream<TypeCase<?>> cases() {
        return Stream.of(
                TypeCase.of("smallint", Types.SMALLINT, Short.MIN_VALUE, "-32768"),
                TypeCase.of("tinyint", Types.SMALLINT, (short) -128, "-128"),
                TypeCase.of("integer", Types.INTEGER, Integer.MAX_VALUE, "2147483647"),
                TypeCase.of("integer", Types.BIGINT, 7L, "7"),
                TypeCase.of("bigint", Types.BIGINT, Long.MIN_VALUE, "-9223372036854775808"),
                TypeCase.of("bigint", Types.NUMERIC, new BigDecimal("7"), "7"),
                TypeCase.of("numeric(38,10)", Types.numeric(38, 10), new BigDecimal("0.0000000000"), "0"),
                TypeCase.of("numeric(38,10)", Types.numeric(38, 10), new BigDecimal("-1.0000000001"), "-1.0000000001"),
                TypeCase.of(
                        "numeric(100,50)",
                        Types.numeric(100, 50),
                        nines(50, 50),
                        nines(50, 50).toPlainString()),
                TypeCase.of("decfloat", Types.NUMERIC, new BigDecimal("-1.5"), "-1.5"),
                TypeCase.of("real", Types.REAL, 0.1f, "0.1"),
                TypeCase.of("real", Types.DOUBLE, 0.5, "0.5"),
                TypeCase.of("double precision", Types.DOUBLE, Double.MIN_VALUE, "4.9E-324"),
                TypeCase.of("double precision", Types.DOUBLE, Double.NaN, "'NaN'"),
                TypeCase.of("double precision", Types.DOUBLE, Double.NEGATIVE_INFINITY, "'-Infinity'"),
                TypeCase.of("boolean", Types.BOOLEAN, false, "false"),
                TypeCase.of("varchar(3)", Types.varchar(3), "", "''"),
                TypeCase.of("varchar(9)", Types.varchar(9), "it's 😀", "'it''s 😀'"),
                TypeCase.of("char(3)", Types.char_(3), "a", "'a'"),
                TypeCase.of("character large object", Types.TEXT, "text", "'text'"),
                TypeCase.of("character large object", Types.TEXT, "é".repeat(1 << 20), "repeat('é', 1048576)"),
                TypeCase.of("date", Types.DATE, LocalDate.of(1500, 1, 1), "date '1500-01-01'"),
                TypeCase.of("date", Types.DATE, LocalDate.of(-43, 3, 15), "date '-0043-03-15'"),
                TypeCase.of("date", Types.DATE, LocalDate.of(9999, 12, 31), "date '9999-12-31'"),
                TypeCase.of("time(6)", Types.TIME, LocalTime.of(23, 59, 59, 999_999_000), "time '23:59:59.999999'"),
                TypeCase.of(
                        "timestamp(6)",
                        Types.LOCAL_TIMESTAMP,
                        LocalDateTime.of(1500, 1, 1, 2, 3, 4, 5_000),
                        "timestamp '1500-01-01 02:03:04.000005'"),
                TypeCase.of(
                        "timestamp(6)",
                        Types.LOCAL_TIMESTAMP,
                        LocalDateTime.of(2026, 3, 29, 2, 30),
                        "timestamp '2026-03-29 02:30:00'"),
                TypeCase.of(
                        "timestamp(6) with time zone",
                        Types.TIMESTAMP,
                        Instant.parse("2026-03-29T01:30:00.000001Z"),
                        "timestamp with time zone '2026-03-29 01:30:00.000001+00:00'"),
                TypeCase.of(
                        "timestamp(6) with time zone",
                        Types.TIMESTAMP,
                        Instant.parse("1500-01-01T00:00:00Z"),
                        "timestamp with time zone '1500-01-01 00:00:00+00:00'"),
                TypeCase.of("uuid", Types.UUID, new UUID(-1, 1), "uuid 'ffffffff-ffff-ffff-0000-000000000001'"),
                TypeCase.of("binary varying(9)", Types.BYTES, new byte[] {1, 0, 2}, "X'010002'"),
                TypeCase.of("binary large object", Types.BYTES, new byte[] {1, 0, -1}, "X'0100ff'"),
                TypeCase.of("binary large object", Types.BYTES, new byte[0], "X''"),
                TypeCase.of(
                        "integer array", Types.arrayOf(Types.INTEGER), Arrays.asList(1, null, 3), "array[1, null, 3]"),
                TypeCase.of("bigint array", Types.arrayOf(Types.BIGINT), List.of(), "array[]"),
                TypeCase.of(
                        "varchar(9) array",
                        Types.arrayOf(Types.TEXT),
                        Arrays.asList("", "null", null, "a,b"),
                        "array['', 'null', null, 'a,b']"),
                TypeCase.of(
                        "uuid array",
                        Types.arrayOf(Types.UUID),
                        List.of(new UUID(-1, 1)),
                        "array[uuid 'ffffffff-ffff-ffff-0000-000000000001']"),
                TypeCase.of(
                        "timestamp(6) with time zone array",
                        Types.arrayOf(Types.TIMESTAMP),
                        List.of(Instant.EPOCH),
                        "array[timestamp with time zone '1970-01-01 00:00:00+00:00']"));
    }

    private static BigDecimal nines(int before, int after) {
        return new BigDecimal("9".repeat(before) + "." + "9".repeat(after));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void aBoundValueIsStoredAsTheServerReadsTheLiteral(TypeCase<T> given) {
        session.run("drop table if exists round_trip");
        session.run("create table round_trip (id integer generated always as identity, v " + given.column() + ")");
        session.run("insert into round_trip (v) values (?)", given.type(), given.value());
        session.run("insert into round_trip (v) values (" + given.literal() + ")");
        session.run("insert into round_trip (v) values (?)", given.type(), null);

        for (int row = 1; row <= 2; row++) {
            assertThat(TypeCase.comparable(
                            session.read("select v from round_trip where id = ?", given.type(), Types.INTEGER, row)))
                    .isEqualTo(TypeCase.comparable(given.value()));
        }
        assertThat(session.read("select v from round_trip where id = 3", given.type()))
                .isNull();
    }

    @Test
    void bytesLongerThanABinaryValueMayBeAreStoredAsALargeObject() {
        byte[] bytes = new byte[(1 << 20) + 1];
        bytes[1 << 20] = 7;
        session.run("create table files (v binary large object)");
        session.run("insert into files values (?)", Types.BYTES, bytes);
        assertThat(session.read("select v from files", Types.BYTES)).isEqualTo(bytes);
    }

    @Test
    void aDocumentIsKeptAsItsText() {
        session.run("create table documents (v json)");
        session.run("insert into documents values (? format json)", Types.JSON, "{\"a\":[1,\"😀\",null]}");
        assertThat(session.read("select v from documents", Types.JSON)).isEqualTo("{\"a\":[1,\"😀\",null]}");
    }

    static Stream<Arguments> valuesThatDoNotFit() {
        return Stream.of(
                Arguments.of("cast(3000000000 as bigint)", Types.INTEGER),
                Arguments.of("cast(1.5 as numeric(3,1))", Types.INTEGER),
                Arguments.of("cast(9007199254740993 as bigint)", Types.DOUBLE),
                Arguments.of("cast(0.1 as double precision)", Types.REAL),
                Arguments.of("cast('NaN' as decfloat)", Types.NUMERIC),
                Arguments.of("array[3000000000]", Types.arrayOf(Types.INTEGER)),
                Arguments.of("array[array[1]]", Types.arrayOf(Types.INTEGER)),
                Arguments.of("'ANGRY'", Types.enumOf(PostgresqlCases.Mood.class)));
    }

    @ParameterizedTest
    @MethodSource("valuesThatDoNotFit")
    void aValueThatDoesNotFitIsRefused(String expression, SqlType<?> type) {
        assertThatThrownBy(() -> session.read("select " + expression + " as asked", type))
                .isInstanceOf(ConversionException.class)
                .hasMessageStartingWith("column \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interval '1' day", "time with time zone '12:00:00+01'", "row (1, 2)", "1", "array[1]"})
    void aColumnThatCannotBeReadSoIsRefusedWithItsType(String expression) {
        assertThatThrownBy(() -> session.read("select " + expression + " as asked", Types.TEXT))
                .isInstanceOf(ConversionException.class)
                .hasMessageStartingWith("column \"ASKED\" is of the database type ")
                .hasMessageContaining("which cannot be read exactly as text");
    }

    @Test
    void aDecimalWithoutPrecisionKeepsItsValueAndNotItsScale() {
        assertThat(session.read("select cast(? as decfloat)", Types.NUMERIC, Types.NUMERIC, new BigDecimal("1.50")))
                .isEqualTo(new BigDecimal("1.5"));
    }

    @Test
    void aLabelOfAnEnumerationIsReadByItsName() {
        assertThat(session.read("select cast('SAD' as enum('SAD', 'HAPPY'))", Types.enumOf(PostgresqlCases.Mood.class)))
                .isEqualTo(PostgresqlCases.Mood.SAD);
    }

    @Test
    void anUntypedColumnIsReadAsItsOwnType() {
        assertThat(session.readUntyped("select cast(1 as smallint)")).isEqualTo((short) 1);
        assertThat(session.readUntyped("select 1.50")).isEqualTo(new BigDecimal("1.50"));
        assertThat(session.readUntyped("select date '1500-01-01'")).isEqualTo(LocalDate.of(1500, 1, 1));
        assertThat(session.readUntyped("select null")).isNull();
        assertThatThrownBy(() -> session.readUntyped("select array[1]")).isInstanceOf(ConversionException.class);
    }
}
