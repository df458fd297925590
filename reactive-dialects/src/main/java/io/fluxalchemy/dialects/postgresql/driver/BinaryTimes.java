package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.error.ConversionException;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Dates and times in the binary transfer format: days and microseconds since the year 2000, proleptic Gregorian as in Java. */
final class BinaryTimes {

    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
    private static final long MICROS = 1_000_000;
    private static final long MICROS_OF_DAY = 86_400 * MICROS;

    private BinaryTimes() {}

    static LocalDate date(ByteBuf buffer) {
        int days = buffer.readInt();
        if (days == Integer.MAX_VALUE || days == Integer.MIN_VALUE) {
            throw infinite();
        }
        return LocalDate.ofEpochDay(EPOCH_DAY + days);
    }

    static LocalTime time(ByteBuf buffer) {
        long micros = buffer.readLong();
        if (micros == MICROS_OF_DAY) {
            throw endOfDay();
        }
        return LocalTime.ofNanoOfDay(micros * 1_000);
    }

    static LocalDateTime timestamp(ByteBuf buffer) {
        long micros = finite(buffer.readLong());
        return LocalDateTime.ofEpochSecond(
                EPOCH_SECOND + Math.floorDiv(micros, MICROS),
                (int) Math.floorMod(micros, MICROS) * 1_000,
                ZoneOffset.UTC);
    }

    static Instant instant(ByteBuf buffer) {
        long micros = finite(buffer.readLong());
        return Instant.ofEpochSecond(
                EPOCH_SECOND + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    static void write(ByteBuf out, LocalDate date) {
        out.writeInt((int) (TimeText.requireDate(date).toEpochDay() - EPOCH_DAY));
    }

    static void write(ByteBuf out, LocalTime time) {
        out.writeLong(time.toNanoOfDay() / 1_000);
    }

    static void write(ByteBuf out, LocalDateTime timestamp) {
        write(out, timestamp.toEpochSecond(ZoneOffset.UTC), timestamp.getNano());
    }

    static void write(ByteBuf out, Instant instant) {
        write(out, instant.getEpochSecond(), instant.getNano());
    }

    private static void write(ByteBuf out, long second, int nanos) {
        out.writeLong((TimeText.requireTimestamp(second) - EPOCH_SECOND) * MICROS + nanos / 1_000);
    }

    private static long finite(long micros) {
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
            throw infinite();
        }
        return micros;
    }

    static ConversionException infinite() {
        return new ConversionException("the date or timestamp is infinite, which Java has not:"
                + " write nullif(column, 'infinity'), or cast(column as text)");
    }

    static ConversionException endOfDay() {
        return new ConversionException("the time is 24:00, which LocalTime has not: write cast(column as text)");
    }
}
