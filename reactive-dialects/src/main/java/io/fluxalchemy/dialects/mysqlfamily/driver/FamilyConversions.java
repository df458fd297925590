package io.fluxalchemy.dialects.mysqlfamily.driver;

import io.fluxalchemy.engine.driver.ExactConversion;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.Storage;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How what a column holds becomes what is asked for, where the database has no type for that: truth, points in time, UUIDs. */
public final class FamilyConversions {

    private FamilyConversions() {}

    /** Null where values of the class may not be read so. */
    public static @Nullable UnaryOperator<Object> of(Class<?> from, Storage to) {
        if (to == Storage.Simple.BOOLEAN && from == Long.class) {
            return FamilyConversions::truth;
        }
        if (to == Storage.Simple.INSTANT && from == LocalDateTime.class) {
            return value -> ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
        }
        if (to == Storage.Simple.UUID && from == String.class) {
            return FamilyConversions::uuid;
        }
        return ExactConversion.of(from, to);
    }

    private static Object truth(Object value) {
        long number = (Long) value;
        if (number != 0 && number != 1) {
            throw new ConversionException("the number is neither 0 nor 1: read it as an integer");
        }
        return number == 1;
    }

    /** Without the cause, whose message would show the text. */
    private static Object uuid(Object value) {
        String text = (String) value;
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equalsIgnoreCase(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            throw noUuid();
        }
        throw noUuid();
    }

    private static ConversionException noUuid() {
        return new ConversionException("the text is no UUID of 36 characters");
    }
}
