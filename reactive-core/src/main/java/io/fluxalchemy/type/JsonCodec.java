package io.fluxalchemy.type;

import org.jspecify.annotations.Nullable;

/**
 * Turns JSON text into objects and back, for {@link Types#json(Class)}. The first one found by {@link java.util.ServiceLoader} is
 * used; it must be thread-safe and must not choose classes by names found in the text.
 */
public interface JsonCodec {

    /**
     * Reads a document; null for JSON null.
     *
     * @throws RuntimeException if the text is no document of this class; its message is passed on as a cause only
     */
    <T> @Nullable T read(String json, Class<T> type);

    /**
     * Writes a document.
     *
     * @throws RuntimeException if the value cannot be written
     */
    String write(Object value);
}
