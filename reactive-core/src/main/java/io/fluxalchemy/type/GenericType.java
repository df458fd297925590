package io.fluxalchemy.type;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;

/**
 * A class with its parameters, which a {@link Class} cannot say: {@code new GenericType<List<Phone>>() {}}. Immutable.
 *
 * @param <T> the class meant
 */
public abstract class GenericType<T> {

    private final Type type;

    /** Called by the braces behind the type; refuses a type variable, whose class nobody knows at run time. */
    protected GenericType() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType parent)
                || parent.getRawType() != GenericType.class) {
            throw new IllegalArgumentException(
                    getClass().getName() + " does not say its type: write new GenericType<List<String>>() {}");
        }
        this.type = parent.getActualTypeArguments()[0];
        requireKnown(type);
    }

    /** The class with its parameters. */
    public final Type type() {
        return type;
    }

    /** The class without its parameters. */
    @SuppressWarnings("unchecked") // T is what the type says
    public final Class<T> rawClass() {
        return (Class<T>) raw(type);
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        return type instanceof GenericArrayType array
                ? Array.newInstance(raw(array.getGenericComponentType()), 0).getClass()
                : (Class<?>) type;
    }

    private static void requireKnown(Type type) {
        if (type instanceof TypeVariable<?>) {
            throw new IllegalArgumentException(
                    "the type variable " + type
                            + " names no class at run time: write the class itself, such as new GenericType<List<String>>() {}");
        }
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                requireKnown(argument);
            }
        }
        if (type instanceof GenericArrayType array) {
            requireKnown(array.getGenericComponentType());
        }
    }

    @Override
    public final String toString() {
        return type.getTypeName();
    }
}
