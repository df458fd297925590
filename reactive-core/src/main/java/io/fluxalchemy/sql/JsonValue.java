package io.fluxalchemy.sql;

import io.fluxalchemy.error.ConversionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as a database wrote it.
 *
 * @param raw its own text
 * @param content a String, the List of an array's values, or null for any other
 */
record JsonValue(String raw, @Nullable Object content) {

    static JsonValue parse(String json) {
        return new JsonText(json).document();
    }

    boolean isNull() {
        return raw.equals("null");
    }

    /** A string's characters; of any other value its own text. */
    String text() {
        return content instanceof String string ? string : raw;
    }

    @SuppressWarnings("unchecked") // the parser puts no other list here
    List<JsonValue> elements() {
        if (content instanceof List<?> list) {
            return (List<JsonValue>) list;
        }
        throw new ConversionException("the database wrote a list as JSON that is no array");
    }
}
