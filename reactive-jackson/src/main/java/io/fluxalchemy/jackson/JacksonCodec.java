package io.fluxalchemy.jackson;

import io.fluxalchemy.type.JsonCodec;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON columns with Jackson 3. Thread-safe; no I/O.
 *
 * <p>Without a mapper of yours nothing is dropped in silence: unknown properties, null for a primitive and a fraction for an integer
 * are errors, and classes are never chosen by names in the text.
 *
 * <p>For a mapper of yours, extend this class, give the mapper to its constructor, and name the subclass in
 * {@code META-INF/services/io.fluxalchemy.type.JsonCodec}: it goes before this one.
 */
public class JacksonCodec implements JsonCodec {

    private final JsonMapper mapper;

    /** The codec that is found when the module is on the class path. */
    public JacksonCodec() {
        this(strict());
    }

    /** @param mapper used as it is; not to be changed any more */
    public JacksonCodec(JsonMapper mapper) {
        this.mapper = mapper;
    }

    private static JsonMapper strict() {
        return JsonMapper.builder()
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
    }

    @Override
    public final @Nullable Object read(String json, Type type) {
        return mapper.readValue(json, mapper.constructType(type));
    }

    @Override
    public final String write(Object value, Type type) {
        return mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
    }

    @Override
    public final boolean isShipped() {
        return getClass() == JacksonCodec.class;
    }
}
