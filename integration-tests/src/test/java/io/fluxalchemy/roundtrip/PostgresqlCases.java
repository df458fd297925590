package io.fluxalchemy.roundtrip;

import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values at the edges of PostgreSQL's types. */
final class PostgresqlCases {

    static final String MEGABYTE = "ab😀\\\"'{},".repeat(80_000);

    enum Mood {
        SAD,
        HAPPY
    }

    private final List<TypeCase<?>> cases = new ArrayList<>();

    static List<TypeCase<?>> all() {
        PostgresqlCases all = new PostgresqlCases();
        all.integers();
        all.decimals();
        all.floats();
        all.texts();
        all.dates();
        all.timestamps();
        all.others();
        all.arrays();
        all.cases.addAll(PostgresqlNativeCases.all());
        return all.cases;
    }

    private <T> void add(String column, SqlType<T> type, @Nullable T value, String literal) {
        cases.add(TypeCase.of(column, type, value, literal));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private void integers() {
        for (short value : new short[] {Short.MIN_VALUE, -1, 0, 1, Short.MAX_VALUE}) {
            add("smallint", Types.SMALLINT, value, quoted("" + value));
        }
        for (int value : new int[] {Integer.MIN_VALUE, -1, 0, 1, 825_373_492, Integer.MAX_VALUE}) {
            add("integer", Types.INTEGER, value, quoted("" + value));
            add("integer", Types.BIGINT, (long) value, quoted("" + value));
        }
        for (long value : new long[] {Long.MIN_VALUE, -1, 0, 3_000_000_000L, Long.MAX_VALUE}) {
            add("bigint", Types.BIGINT, value, quoted("" + value));
        }
        add("smallint", Types.SMALLINT, null, "null");
        add("integer", Types.INTEGER, null, "null");
        add("bigint", Types.BIGINT, null, "null");
        add("numeric", Types.BIGINT, 7L, "7");
        add("integer", Types.NUMERIC, new BigDecimal("7"), "7");
        add("integer", Types.DOUBLE, 7.0, "7");
        add("bigint", Types.DOUBLE, 0x1p53, "9007199254740992");
    }

    private void decimals() {
        for (String value : List.of(
                "0",
                "0.00",
                "-0.01",
                "1.50",
                "10000",
                "9999.9999",
                "100000000.00000001",
                "12345678901234567890.123456789012345678901234567890",
                "0.0000000000000000000000001",
                "-99999999999999999999",
                "1" + "0".repeat(1_000),
                "0." + "0".repeat(16_382) + "1",
                "9".repeat(131_072))) {
            add("numeric", Types.NUMERIC, new BigDecimal(value), value);
        }
        add("numeric(10,2)", Types.numeric(10, 2), new BigDecimal("0.00"), "0");
        add("numeric(10,2)", Types.numeric(10, 2), new BigDecimal("-99999999.99"), "-99999999.99");
        add("numeric(38,38)", Types.numeric(38, 38), new BigDecimal("0." + "9".repeat(38)), "0." + "9".repeat(38));
        add("numeric", Types.NUMERIC, null, "null");
    }

    private void floats() {
        for (float value : new float[] {
            Float.MIN_VALUE, Float.MAX_VALUE, -0.0f, 0.1f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
        }) {
            add("real", Types.REAL, value, quoted("" + value));
        }
        for (double value : new double[] {
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            -0.0,
            0.1,
            1e16,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        }) {
            add("double precision", Types.DOUBLE, value, quoted("" + value));
        }
        add("real", Types.DOUBLE, 0.5, "0.5");
        add("double precision", Types.REAL, 0.5f, "0.5");
        add("double precision", Types.REAL, Float.NaN, "'NaN'");
        add("double precision", Types.DOUBLE, null, "null");
    }

    private void texts() {
        for (String value : List.of(
                "",
                " ",
                "a",
                "it's",
                "\\",
                "\"",
                "NULL",
                "{}",
                "😀 ü ж",
                "\t\n\r\u0001\u007f",
                "\ufffd\uffff",
                MEGABYTE)) {
            add("text", Types.TEXT, value, quoted(value));
        }
        add("varchar(3)", Types.varchar(3), "😀😀😀", "'😀😀😀'");
        add("char(3)", Types.char_(3), "a", "'a'");
        add("char(3)", Types.char_(3), "", "''");
        add("name", Types.TEXT, "a_name", "'a_name'");
        add("\"char\"", Types.TEXT, "x", "'x'");
        add("citext", Types.TEXT, "Ab😀", "'Ab😀'");
        add("email", Types.TEXT, "a@b", "'a@b'");
        add("age", Types.INTEGER, 7, "7");
        add("text", Types.TEXT, null, "null");
        add("varchar(3)", Types.enumOf(Mood.class), Mood.SAD, "'SAD'");
        add("smallint", Types.enumOrdinal(Mood.class), Mood.HAPPY, "1");
        add("mood", Types.namedEnum("mood", Mood.class), Mood.HAPPY, "'HAPPY'");
        add("mood", Types.namedEnum("mood", Mood.class), null, "null");
        add("json", Types.JSON, "{\"b\": 1,  \"a\":[\"😀\", null]}", "'{\"b\": 1,  \"a\":[\"😀\", null]}'");
        add("jsonb", Types.JSON, "{\"a\": [\"😀\", null], \"b\": 1}", "'{\"b\": 1,  \"a\":[\"😀\", null]}'");
        add("jsonb", Types.JSON, "null", "'null'");
        add("jsonb", Types.JSON, null, "null");
    }

    private void dates() {
        add("date", Types.DATE, LocalDate.of(2000, 2, 29), "'2000-02-29'");
        add("date", Types.DATE, LocalDate.of(1582, 10, 4), "'1582-10-04'");
        add("date", Types.DATE, LocalDate.of(1582, 10, 10), "'1582-10-10'");
        add("date", Types.DATE, LocalDate.of(1500, 1, 1), "'1500-01-01'");
        add("date", Types.DATE, LocalDate.of(1, 1, 1), "'0001-01-01'");
        add("date", Types.DATE, LocalDate.of(0, 2, 29), "'0001-02-29 BC'");
        add("date", Types.DATE, LocalDate.of(-43, 3, 15), "'0044-03-15 BC'");
        add("date", Types.DATE, LocalDate.of(-4713, 11, 24), "'4714-11-24 BC'");
        add("date", Types.DATE, LocalDate.of(9999, 12, 31), "'9999-12-31'");
        add("date", Types.DATE, LocalDate.of(12345, 6, 7), "'12345-06-07'");
        add("date", Types.DATE, LocalDate.of(5_874_897, 12, 31), "'5874897-12-31'");
        add("date", Types.DATE, null, "null");
        add("time", Types.TIME, LocalTime.MIDNIGHT, "'00:00'");
        add("time", Types.TIME, LocalTime.of(12, 34), "'12:34:00'");
        add("time", Types.TIME, LocalTime.of(1, 2, 3, 4_000), "'01:02:03.000004'");
        add("time", Types.TIME, LocalTime.of(23, 59, 59, 999_999_000), "'23:59:59.999999'");
        add("time", Types.TIME, null, "null");
    }

    private void timestamps() {
        for (String value : List.of(
                "2026-03-29T02:30",
                "2026-10-25T02:30:00.000001",
                "1500-01-01T00:00",
                "1582-10-10T23:59:59.999999",
                "0000-02-29T12:00",
                "-4712-01-01T00:00",
                "+12345-06-07T08:09:10.1",
                "+294276-12-31T23:59:59.999999")) {
            LocalDateTime local = LocalDateTime.parse(value);
            String literal = literal(local);
            add("timestamp", Types.LOCAL_TIMESTAMP, local, quoted(literal));
            Instant instant = Instant.parse(value.length() == value.indexOf('T') + 6 ? value + ":00Z" : value + "Z");
            String utc = literal.endsWith(" BC") ? literal.replace(" BC", "+00 BC") : literal + "+00";
            add("timestamptz", Types.TIMESTAMP, instant, quoted(utc));
        }
        add("timestamptz", Types.TIMESTAMP, Instant.parse("2026-03-29T01:30:00Z"), "'2026-03-29 03:30:00+02'");
        add(
                "timestamptz",
                Types.OFFSET_TIMESTAMP,
                OffsetDateTime.parse("1800-01-01T00:00Z"),
                "'1800-01-01 00:00:00+00'");
        add("timestamp", Types.LOCAL_TIMESTAMP, null, "null");
        add("timestamptz", Types.TIMESTAMP, null, "null");
    }

    private static String literal(LocalDateTime value) {
        LocalDateTime common =
                value.getYear() <= 0 ? value.withYear(1 - value.getYear() + (value.getYear() == 0 ? 3 : 0)) : value;
        String text = common.toString().replace('T', ' ').replace("+", "");
        if (value.getYear() == 0) {
            text = "0001" + text.substring(4);
        }
        return value.getYear() <= 0 ? text + " BC" : text;
    }

    private void others() {
        add("boolean", Types.BOOLEAN, true, "true");
        add("boolean", Types.BOOLEAN, false, "false");
        add("boolean", Types.BOOLEAN, null, "null");
        add("uuid", Types.UUID, new UUID(-1, 1), "'ffffffff-ffff-ffff-0000-000000000001'");
        add("uuid", Types.UUID, new UUID(0, 0), "'00000000-0000-0000-0000-000000000000'");
        add("uuid", Types.UUID, null, "null");
        add("bytea", Types.BYTES, new byte[0], "''");
        add("bytea", Types.BYTES, new byte[] {1, 0, 2, -1, '\\', 'x'}, "'\\x010002ff5c78'");
        add("bytea", Types.BYTES, new byte[1 << 20], "decode(repeat('00', 1048576), 'hex')");
        add("bytea", Types.BYTES, null, "null");
        add("oid", Types.BIGINT, 4_294_967_295L, "'4294967295'");
    }

    private void arrays() {
        array("smallint", Types.SMALLINT, "'{-1,NULL}'", (short) -1, null);
        array("integer", Types.INTEGER, "'{-1,NULL,7}'", -1, null, 7);
        array("integer", Types.BIGINT, "'{7}'", 7L);
        array("bigint", Types.BIGINT, "'{3000000000}'", 3_000_000_000L);
        array("numeric", Types.NUMERIC, "'{0.00,NULL}'", new BigDecimal("0.00"), null);
        array("real", Types.REAL, "'{NaN,-0,Infinity}'", Float.NaN, -0.0f, Float.POSITIVE_INFINITY);
        array("double precision", Types.DOUBLE, "'{NaN,-0,1e300}'", Double.NaN, -0.0, 1e300);
        array("boolean", Types.BOOLEAN, "'{t,f,NULL}'", true, false, null);
        array(
                "text",
                Types.TEXT,
                "array['', 'NULL', 'null', 'a,b', '{}', 'q\"q', 'b\\b', ' ', '😀', null]",
                "",
                "NULL",
                "null",
                "a,b",
                "{}",
                "q\"q",
                "b\\b",
                " ",
                "😀",
                null);
        array("varchar(5)", Types.varchar(5), "'{ab}'", "ab");
        array("char(3)", Types.char_(3), "'{ab}'", "ab");
        array("citext", Types.TEXT, "'{Ab,NULL}'", "Ab", null);
        array(
                "date",
                Types.DATE,
                "'{1500-01-01,\"0044-03-15 BC\"}'",
                LocalDate.of(1500, 1, 1),
                LocalDate.of(-43, 3, 15));
        array("time", Types.TIME, "'{01:02:03.000004}'", LocalTime.of(1, 2, 3, 4_000));
        array(
                "timestamp",
                Types.LOCAL_TIMESTAMP,
                "'{1500-01-01 00:00:00,NULL}'",
                LocalDateTime.of(1500, 1, 1, 0, 0),
                null);
        array(
                "timestamptz",
                Types.TIMESTAMP,
                "'{\"2026-01-01 00:00:00.5+00\"}'",
                Instant.parse("2026-01-01T00:00:00.500Z"));
        array("uuid", Types.UUID, "'{ffffffff-ffff-ffff-0000-000000000001}'", new UUID(-1, 1));
        array("bytea", Types.BYTES, "array['\\x010002'::bytea, '', null]", new byte[] {1, 0, 2}, new byte[0], null);
        array(
                "jsonb",
                Types.JSON,
                "array['{\"a\": \"\\\\\"}'::jsonb, 'null', null]",
                "{\"a\": \"\\\\\"}",
                "null",
                null);
        array("json", Types.JSON, "array['{\"a\":1}'::json]", "{\"a\":1}");
        array("mood", Types.namedEnum("mood", Mood.class), "'{SAD,NULL,HAPPY}'", Mood.SAD, null, Mood.HAPPY);
        array("varchar(5)", Types.enumOf(Mood.class), "'{SAD}'", Mood.SAD);
        add("integer[]", Types.arrayOf(Types.INTEGER), null, "null");
        add("mood[]", Types.arrayOf(Types.namedEnum("mood", Mood.class)), null, "null");
        add("integer[]", Types.arrayOf(Types.INTEGER), Collections.nCopies(10_000, 7), "array_fill(7, array[10000])");
    }

    @SafeVarargs
    private <E> void array(String element, SqlType<E> type, String literal, E... values) {
        SqlType<List<E>> array = Types.arrayOf(type);
        List<E> all = new ArrayList<>();
        for (E value : values) {
            all.add(value);
        }
        add(element + "[]", array, all, literal);
        add(element + "[]", array, List.of(), "'{}'");
        add(element + "[]", array, Collections.singletonList(null), "array[null]::" + element + "[]");
    }
}
