package io.fluxalchemy.dialects.mysqlfamily.driver;

import io.fluxalchemy.error.ConversionException;
import java.math.BigDecimal;

/** Numbers that MySQL and MariaDB have not, or would round without an error. */
public final class StorableNumbers {

    /** The widest decimal column there is. */
    private static final int MOST_DIGITS = 65;

    private static final int MOST_SCALE = 30;

    private StorableNumbers() {}

    public static Object bound(Object canonical) {
        if (canonical instanceof BigDecimal decimal) {
            requireKept(decimal);
        }
        boolean isFinite = canonical instanceof Double number
                ? Double.isFinite(number)
                : !(canonical instanceof Float real) || Float.isFinite(real);
        if (!isFinite) {
            throw new ConversionException(
                    "the number is NaN or infinite, which the database has not: store NULL instead");
        }
        return canonical;
    }

    private static void requireKept(BigDecimal decimal) {
        if (decimal.scale() > MOST_SCALE && decimal.stripTrailingZeros().scale() > MOST_SCALE) {
            throw new ConversionException("the number has more than " + MOST_SCALE
                    + " digits after the point, which the database would round away");
        }
        if (decimal.precision() - decimal.scale() > MOST_DIGITS - MOST_SCALE && decimal.precision() > MOST_DIGITS) {
            throw new ConversionException(
                    "the number has more than " + MOST_DIGITS + " digits, the database keeps no more");
        }
    }
}
