package io.fluxalchemy.dialects.mariadb.driver;

import io.fluxalchemy.error.ConversionException;

/** Floating-point values MariaDB has not. */
final class Numbers {

    private Numbers() {}

    static Object bound(Object canonical) {
        boolean isFinite = canonical instanceof Double number
                ? Double.isFinite(number)
                : !(canonical instanceof Float real) || Float.isFinite(real);
        if (!isFinite) {
            throw new ConversionException("the number is NaN or infinite, which MariaDB has not: store NULL instead");
        }
        return canonical;
    }
}
