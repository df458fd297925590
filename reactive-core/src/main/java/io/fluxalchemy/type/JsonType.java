package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.lang.reflect.Type;

/**
 * A JSON document read into and written from a class.
 *
 * @param type the class, with its parameters where it has some
 */
record JsonType<T>(Type type, Class<T> javaType) implements SqlType<T> {

    @Override
    public Storage storage() {
        return Storage.Simple.JSON;
    }

    @Override
    public Object toStorage(T value) {
        T document = Canonical.require(javaType, value, this);
        JsonCodec codec = FoundCodec.here().require();
        String text;
        try {
            text = codec.write(document, type);
        } catch (RuntimeException e) {
            throw new ConversionException("the JSON codec cannot write a " + type.getTypeName(), e);
        }
        return TextRules.requireStorable(text, this);
    }

    @Override
    public T fromStorage(Object stored) {
        String text = Canonical.require(String.class, stored, this);
        JsonCodec codec = FoundCodec.here().require();
        Object read;
        try {
            read = codec.read(text, type);
        } catch (RuntimeException e) {
            throw new ConversionException("the JSON codec cannot read the document as " + type.getTypeName(), e);
        }
        if (read == null) {
            throw new ConversionException("the document is JSON null, which is no " + type.getTypeName()
                    + ": store SQL NULL, or read the column as Types.JSON");
        }
        return Canonical.require(javaType, read, this);
    }

    @Override
    public String name() {
        return "json of " + (type == javaType ? javaType.getSimpleName() : type.getTypeName());
    }
}
