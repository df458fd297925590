package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.util.Locale;

/** What the types share: the check of a value's class and the default name. */
final class Canonical {

    private Canonical() {}

    /** The value itself, if it is of the class; types are reachable through raw generics and wildcards, so this may fail. */
    static <T> T require(Class<T> type, Object value, SqlType<?> of) {
        if (!type.isInstance(value)) {
            throw new ConversionException(of.name() + " takes a " + type.getName() + ", not a "
                    + value.getClass().getName());
        }
        return type.cast(value);
    }

    static String name(Storage.Simple storage) {
        return switch (storage) {
            case TIMESTAMP -> "timestamp without zone";
            case INSTANT -> "timestamp with zone";
            default -> storage.name().toLowerCase(Locale.ROOT);
        };
    }
}
