package io.fluxalchemy.dialects.oracle.driver;

import io.fluxalchemy.error.ConversionException;
import io.r2dbc.spi.Blob;
import io.r2dbc.spi.Clob;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What the driver is given for a value; what the server has not, or would round or take for NULL without an error, is refused. */
final class Storable {

    private static final int MOST_DIGITS = 38;

    /** Longer values travel as large objects. */
    private static final int LONGEST_TEXT = 4_000;

    private static final int LONGEST_BYTES = 2_000;

    private Storable() {}

    static Object bound(Object canonical) {
        if (canonical instanceof String text) {
            return text(text);
        } else if (canonical instanceof byte[] bytes) {
            return bytes(bytes);
        } else if (canonical instanceof UUID uuid) {
            ByteBuffer buffer = ByteBuffer.allocate(16);
            buffer.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
            return buffer.flip();
        } else if (canonical instanceof LocalTime time) {
            return Duration.ofNanos(time.toNanoOfDay());
        } else if (canonical instanceof Instant instant) {
            OffsetDateTime time = OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
            requireYear(time.getYear());
            return time;
        } else if (canonical instanceof LocalDateTime time) {
            requireYear(time.getYear());
        } else if (canonical instanceof LocalDate date) {
            requireYear(date.getYear());
        } else if (canonical instanceof BigDecimal decimal
                && decimal.precision() > MOST_DIGITS
                && decimal.stripTrailingZeros().precision() > MOST_DIGITS) {
            throw new ConversionException(
                    "the number has more than " + MOST_DIGITS + " digits, and the database keeps no more");
        }
        return canonical;
    }

    private static Object text(String text) {
        if (text.isEmpty()) {
            throw new ConversionException(
                    "the text is empty, and Oracle keeps the empty text as NULL: store NULL, or a text that says what is meant");
        }
        return text.length() > LONGEST_TEXT ? Clob.from(Mono.just(text)) : text;
    }

    private static Object bytes(byte[] bytes) {
        if (bytes.length == 0) {
            throw new ConversionException("there are no bytes, and Oracle keeps that as NULL: store NULL");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return bytes.length > LONGEST_BYTES ? Blob.from(Mono.just(buffer)) : buffer;
    }

    private static void requireYear(int year) {
        if (year < 1 || year > 9999) {
            throw new ConversionException("the value's year is outside 1 to 9999, which every date of Oracle keeps");
        }
    }

    /** The class of a NULL. */
    static Class<?> classOf(Class<?> canonical) {
        if (canonical == Instant.class) {
            return OffsetDateTime.class;
        } else if (canonical == UUID.class || canonical == byte[].class) {
            return ByteBuffer.class;
        }
        return canonical == LocalTime.class ? Duration.class : canonical;
    }

    static Object ofDay(Object read) {
        Duration time = (Duration) read;
        if (time.isNegative() || time.compareTo(Duration.ofDays(1)) >= 0) {
            throw new ConversionException("the interval is no time of day: read it with extract(…)");
        }
        return LocalTime.ofNanoOfDay(time.toNanos());
    }

    /** A date of Oracle has a time, which a date of Java would lose. */
    static Object date(Object read) {
        LocalDateTime time = (LocalDateTime) read;
        if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw new ConversionException(
                    "the date has a time of day: read it as a local timestamp, or write trunc(column)");
        }
        return time.toLocalDate();
    }

    static Object uuid(Object read) {
        byte[] bytes = (byte[]) read;
        if (bytes.length != 16) {
            throw new ConversionException("the bytes are no UUID, which has 16 of them");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
