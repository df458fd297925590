package io.fluxalchemy.type;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Turns JSON text into objects and back, for {@link Types#json(Class)} and {@code @Json} attributes. Found by
 * {@link java.util.ServiceLoader} at the first conversion: a codec of the application goes before one of the library's modules
 * ({@link #isShipped}), and two of the same rank are refused. It must be thread-safe and must not choose classes by names found in
 * the text.
 */
public interface JsonCodec {

    /**
     * Reads a document; null for JSON null.
     *
     * @param type a class, or a class with its parameters
     * @throws RuntimeException if the text is no document of this type; its message is passed on as a cause only
     */
    @Nullable
    Object read(String json, Type type);

    /**
     * Writes a document.
     *
     * @param type what the column declares, as which the document will be read
     * @throws RuntimeException if the value cannot be written
     */
    String write(Object value, Type type);

    /** Whether this is what a module of the library brings, which steps back for a codec of the application. */
    default boolean isShipped() {
        return false;
    }
}
