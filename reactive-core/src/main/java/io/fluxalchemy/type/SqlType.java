package io.fluxalchemy.type;

import org.jspecify.annotations.Nullable;

/**
 * How a Java value meets a column: the class users see, the {@link Storage} the column keeps, and the exact conversion between
 * them. Immutable, thread-safe, no I/O. Null never reaches a type: columns handle it before.
 *
 * @param <T> the Java class users see
 */
public interface SqlType<T> {

    /** The form the column keeps. */
    Storage storage();

    /** The form DDL declares the column in, where that says more than values need to travel, such as {@code timestamp(3)}. */
    default Storage declared() {
        return storage();
    }

    /** The column's type in a dialect's own words, where those were said; null where {@link #declared} says all. */
    default @Nullable String declaration(String dialect) {
        return null;
    }

    /** What values are compared as: this type without what only its declaration says. */
    default SqlType<T> compared() {
        return this;
    }

    /** SQL around each bound value, and around the column where it is read; null for none. */
    default @Nullable Wrapping wrapping() {
        return null;
    }

    /** What a value itself is bound as: this type without the SQL around its values. */
    default SqlType<T> bare() {
        return this;
    }

    /** The raw class of {@code T}. */
    Class<?> javaType();

    /**
     * Converts to an instance of {@code storage().canonicalClass()}. The result shares nothing that changes with the value, so it
     * may be kept as a snapshot; compare two of them with {@link java.util.Objects#deepEquals}.
     *
     * @throws io.fluxalchemy.error.ConversionException if the value cannot be stored without loss
     */
    Object toStorage(T value);

    /**
     * Converts from an instance of {@code storage().canonicalClass()}.
     *
     * @throws io.fluxalchemy.error.ConversionException if the stored value has no exact counterpart
     */
    T fromStorage(Object stored);

    /** What the column will hold of a value: the value itself, except in types that say they cut, such as {@code timestamp(3)}. */
    default T kept(T value) {
        return value;
    }

    /** Whether values of this type are masked wherever values are shown, such as in the log of an engine that logs values. */
    default boolean isSensitive() {
        return false;
    }

    /** The name used in messages, such as {@code varchar(200)}. */
    String name();
}
