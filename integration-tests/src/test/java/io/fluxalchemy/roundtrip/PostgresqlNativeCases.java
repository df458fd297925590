package io.fluxalchemy.roundtrip;

import io.fluxalchemy.type.Bits;
import io.fluxalchemy.type.Inet;
import io.fluxalchemy.type.Interval;
import io.fluxalchemy.type.Range;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values at the edges of the types that PostgreSQL alone has, and names of enumerations that must be quoted. */
final class PostgresqlNativeCases {

    enum Odd {
        $,
        a$_,
        Mixed_Case,
        select
    }

    private final List<TypeCase<?>> cases = new ArrayList<>();

    static List<TypeCase<?>> all() {
        PostgresqlNativeCases all = new PostgresqlNativeCases();
        all.intervals();
        all.ranges();
        all.rangesOfTimes();
        all.addresses();
        all.bits();
        all.entries();
        all.enums();
        return all.cases;
    }

    private <T> void add(String column, SqlType<T> type, @Nullable T value, String literal) {
        cases.add(TypeCase.of(column, type, value, literal));
    }

    private void intervals() {
        add("interval", Types.INTERVAL, new Interval(0, 0, 0), "'0'");
        add("interval", Types.INTERVAL, new Interval(14, 3, 14_706_000_007L), "'1 year 2 mons 3 days 04:05:06.000007'");
        add("interval", Types.INTERVAL, new Interval(1, -1, -1), "'1 mon -1 days -00:00:00.000001'");
        add("interval", Types.INTERVAL, new Interval(-13, 0, 0), "'-1 years -1 mons'");
        add("interval", Types.INTERVAL, new Interval(0, 0, 90_000_000_000L), "'25:00:00'");
        add(
                "interval",
                Types.INTERVAL,
                new Interval(Integer.MAX_VALUE, Integer.MIN_VALUE, 0),
                "'178956970 years 7 mons -2147483648 days'");
        add("interval", Types.INTERVAL, new Interval(0, 0, 9_223_372_036_854_775_807L), "'2562047788:00:54.775807'");
        add("interval", Types.INTERVAL, new Interval(0, 0, -9_223_372_036_854_775_807L), "'-2562047788:00:54.775807'");
        add("interval", Types.INTERVAL, null, "null");
        add(
                "interval[]",
                Types.arrayOf(Types.INTERVAL),
                List.of(new Interval(1, 2, 3), new Interval(0, 0, -3)),
                "array['1 mon 2 days 00:00:00.000003', '-00:00:00.000003']::interval[]");
    }

    private void ranges() {
        SqlType<Range<Integer>> integers = Types.rangeOf(Types.INTEGER);
        add("int4range", integers, Range.closedOpen(1, 10), "'[1,10)'");
        add(
                "int4range",
                integers,
                Range.closedOpen(Integer.MIN_VALUE, Integer.MAX_VALUE),
                "'[-2147483648,2147483647)'");
        add("int4range", integers, Range.atLeast(5), "'[5,)'");
        add("int4range", integers, Range.lessThan(-5), "'(,-5)'");
        add("int4range", integers, Range.all(), "'(,)'");
        add("int4range", integers, Range.empty(), "'empty'");
        add("int4range", integers, null, "null");
        add(
                "int8range",
                Types.rangeOf(Types.BIGINT),
                Range.closedOpen(Long.MIN_VALUE, Long.MAX_VALUE),
                "'[-9223372036854775808,9223372036854775807)'");
        SqlType<Range<BigDecimal>> decimals = Types.rangeOf(Types.NUMERIC);
        add("numrange", decimals, Range.open(dec("-1.50"), dec("1e3")), "'(-1.50,1000)'");
        add("numrange", decimals, Range.closed(dec("0.000001"), dec("0.000001")), "'[0.000001,0.000001]'");
        add("numrange", decimals, Range.openClosed(dec("0"), dec("0.10")), "'(0,0.10]'");
        add("numrange", decimals, Range.greaterThan(dec("7")), "'(7,)'");
        add(
                "int4range[]",
                Types.arrayOf(integers),
                List.of(Range.closedOpen(1, 2), Range.empty(), Range.all()),
                "array['[1,2)', 'empty', '(,)']::int4range[]");
    }

    private static BigDecimal dec(String text) {
        return new BigDecimal(new BigDecimal(text).toPlainString());
    }

    private void rangesOfTimes() {
        SqlType<Range<LocalDate>> days = Types.rangeOf(Types.DATE);
        add(
                "daterange",
                days,
                Range.closedOpen(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)),
                "'[0001-01-01,9999-12-31)'");
        add("daterange", days, Range.atLeast(LocalDate.of(2024, 2, 29)), "'[2024-02-29,)'");
        add(
                "tsrange",
                Types.rangeOf(Types.LOCAL_TIMESTAMP),
                Range.closed(LocalDateTime.of(1500, 1, 1, 0, 0), LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000)),
                "'[1500-01-01 00:00:00,2026-03-29 02:30:00.000001]'");
        add(
                "tstzrange",
                Types.rangeOf(Types.TIMESTAMP),
                Range.closedOpen(Instant.parse("1969-12-31T23:59:59.999999Z"), Instant.parse("2026-03-29T01:30:00Z")),
                "'[1969-12-31 23:59:59.999999+00,2026-03-29 03:30:00+02)'");
        add("tstzrange", Types.rangeOf(Types.TIMESTAMP), Range.atMost(Instant.EPOCH), "'(,1970-01-01 00:00:00+00]'");
    }

    private void addresses() {
        for (String text : List.of(
                "10.0.0.1",
                "192.168.100.128/25",
                "0.0.0.0/0",
                "255.255.255.255/32",
                "::1",
                "2001:db8::ff00:42:8329/64",
                "::/0",
                "::ffff:1.2.3.4")) {
            add("inet", Types.INET, Inet.parse(text), "'" + text + "'");
        }
        add("inet", Types.INET, null, "null");
        add("inet[]", Types.arrayOf(Types.INET), List.of(Inet.parse("10.0.0.0/8")), "array['10.0.0.0/8']::inet[]");
    }

    private void bits() {
        add("bit(1)", Types.bit(1), new Bits("1"), "B'1'");
        add("bit(11)", Types.bit(11), new Bits("00000000001"), "B'00000000001'");
        add("bit(64)", Types.bit(64), new Bits("10".repeat(32)), "B'" + "10".repeat(32) + "'");
        add("bit varying(9)", Types.varbit(9), new Bits(""), "B''");
        add("bit varying(9)", Types.varbit(9), new Bits("000000000"), "B'000000000'");
        add("bit varying(9)", Types.varbit(9), null, "null");
    }

    private void entries() {
        Map<String, @Nullable String> odd = new HashMap<>();
        odd.put("", "");
        odd.put("null", null);
        odd.put("NULL", "NULL");
        odd.put("q\"u\\o=>t, e", "'\"\\=>, ");
        odd.put("😀", "a\nb");
        add(
                "hstore",
                Types.HSTORE,
                odd,
                "hstore(array['', 'null', 'NULL', 'q\"u\\o=>t, e', '😀'], array['', null, 'NULL', '''\"\\=>, ', E'a\\nb'])");
        add("hstore", Types.HSTORE, Map.of(), "''");
        add("hstore", Types.HSTORE, null, "null");
        add("hstore[]", Types.arrayOf(Types.HSTORE), List.of(Map.of("a", "1")), "array['a=>1']::hstore[]");
    }

    private void enums() {
        SqlType<Odd> odd = Types.namedEnum("Odd Mood", Odd.class);
        for (Odd each : Odd.values()) {
            add("\"Odd Mood\"", odd, each, "'" + each + "'");
        }
        add("\"Odd Mood\"", odd, null, "null");
        add("\"Odd Mood\"[]", Types.arrayOf(odd), List.of(Odd.values()), "'{$,a$_,Mixed_Case,select}'");
    }
}
