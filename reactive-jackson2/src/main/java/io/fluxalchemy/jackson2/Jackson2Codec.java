package io.fluxalchemy.jackson2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxalchemy.type.JsonCodec;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON columns with Jackson 2. Thread-safe; no I/O.
 *
 * <p>Without a mapper of yours nothing is dropped in silence: unknown properties, null for a primitive and a fraction for an integer
 * are errors, and classes are never chosen by names in the text. Modules of Jackson that
 * are on the class path are used; {@code java.time} needs {@code jackson-datatype-jsr310} there.
 *
 * <p>For a mapper of yours, extend this class, give the mapper to its constructor, and name the subclass in
 * {@code META-INF/services/io.fluxalchemy.type.JsonCodec}: it goes before this one.
 */
public class Jackson2Codec implements JsonCodec {

    private final ObjectMapper mapper;

    /** The codec that is found when the module is on the class path. */
    public Jackson2Codec() {
        this(strict());
    }

    /** @param mapper used as it is; not to be changed any more */
    public Jackson2Codec(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    private static ObjectMapper strict() {
        return JsonMapper.builder()
                .findAndAddModules()
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }

    @Override
    public final @Nullable Object read(String json, Type type) {
        try {
            return mapper.readValue(json, mapper.constructType(type));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final String write(Object value, Type type) {
        try {
            return mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final boolean isShipped() {
        return getClass() == Jackson2Codec.class;
    }
}
