package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.time.Duration;
import java.time.Period;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as PostgreSQL keeps it: months, days and microseconds, none of which is turned into another, because months and
 * days differ in length. Immutable.
 */
public record Interval(int months, int days, long microseconds) {

    private static final Pattern DATES = Pattern.compile("([+-]?\\d+) (year|mon|day)s?");
    private static final Pattern TIME = Pattern.compile("([+-]?)(\\d+):(\\d{2}):(\\d{2})(?:\\.(\\d{1,6}))?");

    /**
     * Years, months and days.
     *
     * @throws ConversionException if the months are more than an int holds
     */
    public static Interval of(Period period) {
        long months = period.toTotalMonths();
        if (months != (int) months) {
            throw new ConversionException("an interval of " + months + " months: the database keeps 32 bits of them");
        }
        return new Interval((int) months, period.getDays(), 0);
    }

    /**
     * Microseconds.
     *
     * @throws ConversionException if the duration has nanoseconds, or is longer than a long of microseconds
     */
    public static Interval of(Duration duration) {
        try {
            long nanos = duration.getNano();
            if (nanos % 1_000 != 0) {
                throw new ConversionException("an interval is kept to the microsecond: cut the duration to it");
            }
            // toSeconds is the floor, which overflows below although the whole does not
            long micros = duration.getSeconds() < 0
                    ? Math.addExact(
                            Math.multiplyExact(duration.getSeconds() + 1, 1_000_000L), nanos / 1_000 - 1_000_000)
                    : Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), nanos / 1_000);
            return new Interval(0, 0, micros);
        } catch (ArithmeticException e) {
            throw new ConversionException("the duration is longer than an interval of the database", e);
        }
    }

    /** The months and days, without the microseconds. */
    public Period period() {
        return Period.of(months / 12, months % 12, days);
    }

    /** The microseconds, without the months and days. */
    public Duration duration() {
        return Duration.ofSeconds(
                Math.floorDiv(microseconds, 1_000_000L), Math.floorMod(microseconds, 1_000_000L) * 1_000);
    }

    /** As the database reads it. */
    @Override
    public String toString() {
        long seconds = Math.abs(microseconds / 1_000_000);
        long fraction = Math.abs(microseconds % 1_000_000);
        return String.format(
                Locale.ROOT,
                "%d mons %d days %s%02d:%02d:%02d.%06d",
                months,
                days,
                microseconds < 0 ? "-" : "",
                seconds / 3_600,
                seconds / 60 % 60,
                seconds % 60,
                fraction);
    }

    /** What the database writes, in its style {@code postgres}. */
    static Interval parse(String text) {
        int end = 0;
        int months = 0;
        int days = 0;
        Matcher dates = DATES.matcher(text);
        while (dates.find(end) && text.substring(end, dates.start()).isBlank()) {
            int number = Integer.parseInt(dates.group(1));
            switch (dates.group(2)) {
                case "year" -> months = Math.addExact(months, Math.multiplyExact(number, 12));
                case "mon" -> months = Math.addExact(months, number);
                default -> days = number;
            }
            end = dates.end();
        }
        String rest = text.substring(end).strip();
        return new Interval(months, days, rest.isEmpty() ? 0 : micros(rest));
    }

    private static long micros(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new ConversionException("the interval is infinite or not written in the style 'postgres': set"
                    + " intervalstyle to postgres, or write cast(column as text)");
        }
        String fraction = time.group(5) == null ? "0" : time.group(5);
        long sign = time.group(1).equals("-") ? -1 : 1;
        long seconds = Math.addExact(
                Math.multiplyExact(sign * Long.parseLong(time.group(2)), 3_600L),
                sign * (Long.parseLong(time.group(3)) * 60 + Long.parseLong(time.group(4))));
        long part = Long.parseLong((fraction + "000000").substring(0, 6));
        // the most negative number has no counterpart: the fraction is counted on the same side as the rest
        return Math.addExact(Math.multiplyExact(seconds, 1_000_000L), sign * part);
    }
}
