package io.fluxalchemy.dialects.mysqlfamily.driver;

import io.fluxalchemy.error.ConversionException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Dates and times where MySQL's and MariaDB's are not Java's: durations called TIME, dates of zeros, years of four digits. */
public final class StorableTimes {

    private StorableTimes() {}

    /** The driver reads the date of zeros as a day of the year 0, which no column can hold otherwise. */
    public static Object date(Object read) {
        if (((LocalDate) read).getYear() == 0) {
            throw new ConversionException(
                    "the date has a year of zeros, which Java has not: write nullif(column, '0000-00-00')");
        }
        return read;
    }

    public static Object ofDay(Object read) {
        Duration time = (Duration) read;
        if (time.isNegative() || time.compareTo(Duration.ofDays(1)) >= 0) {
            throw new ConversionException("the column keeps a duration, not a time of day: write time_to_sec(column)");
        }
        return LocalTime.ofNanoOfDay(time.toNanos());
    }

    /** What is bound for a date or time; points on the time line go as date and time in UTC. */
    public static Object bound(Object canonical) {
        if (canonical instanceof Instant instant) {
            return bound(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        }
        if (canonical instanceof LocalDateTime time) {
            requireYear(time.getYear());
        } else if (canonical instanceof LocalDate date) {
            requireYear(date.getYear());
        }
        return canonical;
    }

    private static void requireYear(int year) {
        if (year < 1 || year > 9999) {
            throw new ConversionException("the value's year is outside 1 to 9999, which is what the database keeps");
        }
    }
}
