package io.fluxalchemy.dialects.mariadb.driver;

import io.fluxalchemy.error.ConversionException;
import java.math.BigDecimal;

/** Numbers MariaDB has not, or would round without an error. */
final class Numbers {

    /** The widest decimal column there is. */
    private static final int MOST_DIGITS = 65;

    private static final int MOST_SCALE = 30;

    private Numbers() {}

    static Object bound(Object canonical) {
        if (canonical instanceof BigDecimal decimal) {
            requireKept(decimal);
        }
        boolean isFinite = canonical instanceof Double number
                ? Double.isFinite(number)
                : !(canonical instanceof Float real) || Float.isFinite(real);
        if (!isFinite) {
            throw new ConversionException("the number is NaN or infinite, which MariaDB has not: store NULL instead");
        }
        return canonical;
    }

    private static void requireKept(BigDecimal decimal) {
        if (decimal.scale() > MOST_SCALE && decimal.stripTrailingZeros().scale() > MOST_SCALE) {
            throw new ConversionException("the number has more than " + MOST_SCALE
                    + " digits after the point, which MariaDB would round away");
        }
        if (decimal.precision() - decimal.scale() > MOST_DIGITS - MOST_SCALE && decimal.precision() > MOST_DIGITS) {
            throw new ConversionException("the number has more than " + MOST_DIGITS + " digits, MariaDB keeps no more");
        }
    }
}
