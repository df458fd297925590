package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.error.ConversionException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Writes dates and times as the server reads them, whatever its {@code DateStyle}; what its range has not is refused. */
final class TimeText {

    /** 24 November 4714 BC, Julian day 0: nothing is earlier on the server. */
    private static final LocalDate FIRST = LocalDate.of(-4713, 11, 24);

    private static final LocalDate LAST_DATE = LocalDate.of(5_874_897, 12, 31);
    private static final LocalDate LAST_TIMESTAMP = LocalDate.of(294_276, 12, 31);
    private static final long FIRST_SECOND = FIRST.toEpochDay() * 86_400;
    private static final long LAST_SECOND = (LAST_TIMESTAMP.toEpochDay() + 1) * 86_400 - 1;

    private TimeText() {}

    static boolean isTime(Object value) {
        return value instanceof LocalDate
                || value instanceof Instant
                || value instanceof LocalDateTime
                || value instanceof LocalTime;
    }

    static String of(Object value) {
        StringBuilder text = new StringBuilder(32);
        append(text, value);
        return text.toString();
    }

    static void append(StringBuilder text, Object value) {
        boolean isBeforeChrist = false;
        if (value instanceof LocalTime time) {
            time(text, time);
        } else if (value instanceof LocalDate date) {
            isBeforeChrist = date(text, date, LAST_DATE, "date");
        } else if (value instanceof LocalDateTime timestamp) {
            isBeforeChrist = timestamp(text, timestamp);
        } else {
            isBeforeChrist = timestamp(text, utc((Instant) value));
            text.append("+00");
        }
        if (isBeforeChrist) {
            text.append(" BC");
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** @throws ConversionException if the server's dates do not reach so far */
    static LocalDate requireDate(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST_DATE)) {
            throw outside("date", LAST_DATE);
        }
        return date;
    }

    /**
     * A second of the epoch, in UTC.
     *
     * @throws ConversionException if the server's timestamps do not reach so far
     */
    static long requireTimestamp(long second) {
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            throw outside("timestamp", LAST_TIMESTAMP);
        }
        return second;
    }

    private static ConversionException outside(String type, LocalDate last) {
        return new ConversionException(
                "the value is outside the range of " + type + ", which is 4714-11-24 BC to " + last);
    }

    private static boolean timestamp(StringBuilder text, LocalDateTime timestamp) {
        boolean isBeforeChrist = date(text, timestamp.toLocalDate(), LAST_TIMESTAMP, "timestamp");
        time(text.append(' '), timestamp.toLocalTime());
        return isBeforeChrist;
    }

    private static boolean date(StringBuilder text, LocalDate date, LocalDate last, String type) {
        if (date.isBefore(FIRST) || date.isAfter(last)) {
            throw outside(type, last);
        }
        boolean isBeforeChrist = date.getYear() <= 0;
        int year = isBeforeChrist ? 1 - date.getYear() : date.getYear();
        padded(text, year, 1000);
        padded(text.append('-'), date.getMonthValue(), 10);
        padded(text.append('-'), date.getDayOfMonth(), 10);
        return isBeforeChrist;
    }

    private static void time(StringBuilder text, LocalTime time) {
        padded(text, time.getHour(), 10);
        padded(text.append(':'), time.getMinute(), 10);
        padded(text.append(':'), time.getSecond(), 10);
        if (time.getNano() != 0) {
            padded(text.append('.'), time.getNano() / 1_000, 100_000);
        }
    }

    /** The number with zeros in front, as many digits as {@code least} has. */
    private static void padded(StringBuilder text, int number, int least) {
        for (int power = least; power > number && power > 1; power /= 10) {
            text.append('0');
        }
        text.append(number);
    }
}
