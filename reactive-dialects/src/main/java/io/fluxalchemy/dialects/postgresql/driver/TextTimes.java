package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.error.ConversionException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Dates and times as the server writes them with {@code DateStyle} ISO, which the driver sets when it connects. */
final class TextTimes {

    private static final String BEFORE_CHRIST = " BC";

    private TextTimes() {}

    static LocalDate date(String text) {
        requireFinite(text);
        try {
            return dateOf(withoutEra(text), isBeforeChrist(text));
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
            throw unreadable();
        }
    }

    static LocalTime time(String text) {
        if (text.equals("24:00:00")) {
            throw BinaryTimes.endOfDay();
        }
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw unreadable();
        }
    }

    static LocalDateTime timestamp(String text) {
        requireFinite(text);
        try {
            return dateTime(withoutEra(text), isBeforeChrist(text));
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
            throw unreadable();
        }
    }

    static Instant instant(String text) {
        requireFinite(text);
        try {
            String stamp = withoutEra(text);
            int sign = Math.max(stamp.lastIndexOf('+'), stamp.lastIndexOf('-'));
            if (sign < stamp.indexOf(':')) {
                throw new DateTimeException("no offset");
            }
            return dateTime(stamp.substring(0, sign), isBeforeChrist(text))
                    .toInstant(ZoneOffset.of(stamp.substring(sign)));
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
            throw unreadable();
        }
    }

    private static LocalDateTime dateTime(String stamp, boolean isBeforeChrist) {
        int space = stamp.indexOf(' ');
        return dateOf(stamp.substring(0, space), isBeforeChrist).atTime(LocalTime.parse(stamp.substring(space + 1)));
    }

    /** Year, month and day; the year may have more than four digits, and 1 BC is the year 0 of ISO. */
    private static LocalDate dateOf(String date, boolean isBeforeChrist) {
        int month = date.length() - 6;
        if (date.charAt(month) != '-' || date.charAt(month + 3) != '-') {
            throw new DateTimeException("not year-month-day");
        }
        int year = Integer.parseInt(date, 0, month, 10);
        return LocalDate.of(
                isBeforeChrist ? 1 - year : year,
                Integer.parseInt(date, month + 1, month + 3, 10),
                Integer.parseInt(date, month + 4, month + 6, 10));
    }

    private static boolean isBeforeChrist(String text) {
        return text.endsWith(BEFORE_CHRIST);
    }

    private static String withoutEra(String text) {
        return isBeforeChrist(text) ? text.substring(0, text.length() - BEFORE_CHRIST.length()) : text;
    }

    private static void requireFinite(String text) {
        if (text.endsWith("infinity")) {
            throw BinaryTimes.infinite();
        }
    }

    /** Without the cause, whose message would show the text. */
    private static ConversionException unreadable() {
        return new ConversionException(
                "the date or time is not written in ISO form: set DateStyle back to ISO, or write cast(column as text)");
    }
}
