package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.util.Iterator;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** A JSON document read into and written from a class. */
record JsonType<T>(Class<T> javaType) implements SqlType<T> {

    @Override
    public Storage storage() {
        return Storage.Simple.JSON;
    }

    @Override
    public Object toStorage(T value) {
        String text;
        try {
            text = codec().write(Canonical.require(javaType, value, this));
        } catch (ConversionException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ConversionException("the JSON codec cannot write a " + javaType.getName(), e);
        }
        return TextRules.requireStorable(text, this);
    }

    @Override
    public T fromStorage(Object stored) {
        String text = Canonical.require(String.class, stored, this);
        try {
            @Nullable T read = codec().read(text, javaType);
            if (read == null) {
                throw new ConversionException("the document is JSON null, which is no " + javaType.getName()
                        + ": store SQL NULL, or read the column as Types.JSON");
            }
            return read;
        } catch (ConversionException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ConversionException("the JSON codec cannot read the document as " + javaType.getName(), e);
        }
    }

    private JsonCodec codec() {
        JsonCodec codec = Found.CODEC.codec();
        if (codec == null) {
            throw new ConversionException(
                    "no " + JsonCodec.class.getName() + " is on the class path, and " + name()
                            + " needs one: add a service that implements it (META-INF/services), or use Types.JSON for the text");
        }
        return codec;
    }

    @Override
    public String name() {
        return "json of " + javaType.getSimpleName();
    }

    /** Looked for once, at the first conversion. */
    private record Found(@Nullable JsonCodec codec) {

        private static final Found CODEC = find();

        private static Found find() {
            Iterator<JsonCodec> found = ServiceLoader.load(JsonCodec.class, JsonCodec.class.getClassLoader())
                    .iterator();
            return new Found(found.hasNext() ? found.next() : null);
        }
    }
}
