package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import org.jspecify.annotations.Nullable;

/**
 * Ranges of one type. Where values have a next one, as whole numbers and days have, the database keeps a range as from its first value
 * to the one behind its last; so does this type, so that a range is what it will be read as.
 */
record RangeType<T extends Comparable<? super T>>(SqlType<T> element, RangeBound<T> bound)
        implements SqlType<Range<T>> {

    @Override
    public Storage storage() {
        return bound.storage();
    }

    @Override
    @SuppressWarnings("unchecked") // a class has no parameters to ask for
    public Class<Range<T>> javaType() {
        return (Class<Range<T>>) (Class<?>) Range.class;
    }

    @Override
    public Range<T> kept(Range<T> value) {
        T lower = value.lower();
        T upper = value.upper();
        boolean lowerIncluded = value.lowerIncluded();
        boolean upperIncluded = value.upperIncluded();
        if (bound.next() == null || value.isEmpty()) {
            return value;
        }
        if (lower != null && !lowerIncluded) {
            lower = next(lower);
            lowerIncluded = true;
        }
        if (upper != null && upperIncluded) {
            upper = next(upper);
            upperIncluded = false;
        }
        return lower != null && upper != null && lower.compareTo(upper) >= 0
                ? Range.empty()
                : new Range<>(lower, lowerIncluded, upper, upperIncluded, false);
    }

    private T next(T value) {
        try {
            return bound.nextOf(value);
        } catch (ArithmeticException | java.time.DateTimeException e) {
            throw new ConversionException(
                    name() + ": a bound is the last value of its type, and the database keeps the one behind it");
        }
    }

    @Override
    public Object toStorage(Range<T> value) {
        Range<T> kept = kept(Canonical.require(javaType(), value, this));
        if (kept.isEmpty()) {
            return new NativeText("empty");
        }
        return new NativeText((kept.lowerIncluded() ? "[" : "(")
                + written(kept.lower())
                + ","
                + written(kept.upper())
                + (kept.upperIncluded() ? "]" : ")"));
    }

    private String written(@Nullable T value) {
        if (value == null) {
            return "";
        }
        // what the type of single values refuses, such as nanoseconds, is refused here
        Object checked = element.toStorage(value);
        return bound.written(element.fromStorage(checked));
    }

    @Override
    public Range<T> fromStorage(Object stored) {
        String text = Canonical.require(NativeText.class, stored, this).text();
        if (text.equals("empty")) {
            return Range.empty();
        }
        try {
            int comma = text.indexOf(',');
            return new Range<>(
                    read(text.substring(1, comma)),
                    text.charAt(0) == '[',
                    read(text.substring(comma + 1, text.length() - 1)),
                    text.endsWith("]"),
                    false);
        } catch (IndexOutOfBoundsException | NumberFormatException | java.time.DateTimeException e) {
            // not kept as the cause: its message shows the value
            throw new ConversionException("the stored " + name() + " has a bound that Java has not, such as infinity:"
                    + " write cast(column as text)");
        }
    }

    private @Nullable T read(String bounds) {
        String plain = bounds.replace("\"", "");
        return plain.isEmpty() ? null : bound.read(plain);
    }

    @Override
    public String name() {
        return bound.storage().typeName();
    }
}
