package io.fluxalchemy.dialects.sqlserver.driver;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.Storage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What the driver is given for a value; what the server has not, or would round without an error, is refused. */
final class Storable {

    /** What a decimal without a precision of its own is declared with. */
    private static final int MOST_SCALE = 10;

    private static final int MOST_DIGITS = 38;

    private Storable() {}

    static Object bound(Storage storage, Object canonical) {
        if (canonical instanceof BigDecimal decimal) {
            if (((Storage.Numeric) storage).precision() == null) {
                requireKept(decimal);
            }
        } else if (canonical instanceof Instant instant) {
            OffsetDateTime time = OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
            requireYear(time.getYear());
            return time;
        } else if (canonical instanceof LocalDateTime time) {
            requireYear(time.getYear());
        } else if (canonical instanceof LocalDate date) {
            requireYear(date.getYear());
        } else if (canonical instanceof Double number && !Double.isFinite(number)
                || canonical instanceof Float real && !Float.isFinite(real)) {
            throw new ConversionException(
                    "the number is NaN or infinite, which the database has not: store NULL instead");
        }
        return canonical;
    }

    /** The class of a NULL. */
    static Class<?> classOf(Storage storage) {
        Class<?> canonical = storage.canonicalClass();
        return canonical == Instant.class ? OffsetDateTime.class : canonical;
    }

    private static void requireKept(BigDecimal decimal) {
        if (decimal.scale() > MOST_SCALE && decimal.stripTrailingZeros().scale() > MOST_SCALE) {
            throw new ConversionException("the number has more than " + MOST_SCALE
                    + " digits after the point, and the server would round them away: give the column or value a type"
                    + " with a scale, such as numeric(38, 20)");
        }
        if (decimal.signum() != 0 && (long) decimal.precision() - decimal.scale() > MOST_DIGITS - MOST_SCALE) {
            throw new ConversionException("the number has more than " + (MOST_DIGITS - MOST_SCALE)
                    + " digits before the point: give the column or value a type with a precision and a scale");
        }
    }

    private static void requireYear(int year) {
        if (year < 1 || year > 9999) {
            throw new ConversionException("the value's year is outside 1 to 9999, which is what the database keeps");
        }
    }
}
