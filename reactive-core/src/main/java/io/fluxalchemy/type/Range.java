package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import org.jspecify.annotations.Nullable;

/**
 * The values between two bounds, each of which belongs to the range or not, or is missing: then there is no end on that side. A range
 * in which there is nothing is {@link #empty()}, whatever it was made from. Immutable.
 *
 * @param lower null for no lower bound
 * @param upper null for no upper bound
 */
public record Range<T extends Comparable<? super T>>(
        @Nullable T lower, boolean lowerIncluded, @Nullable T upper, boolean upperIncluded, boolean isEmpty) {

    public Range {
        if (lower != null && upper != null) {
            int order = lower.compareTo(upper);
            if (order > 0) {
                throw new ConversionException("the lower bound of the range is above its upper bound: swap them");
            }
            isEmpty |= order == 0 && !(lowerIncluded && upperIncluded);
        }
        lower = isEmpty ? null : lower;
        upper = isEmpty ? null : upper;
        lowerIncluded &= lower != null;
        upperIncluded &= upper != null;
    }

    /** Nothing. */
    public static <T extends Comparable<? super T>> Range<T> empty() {
        return new Range<>(null, false, null, false, true);
    }

    /** Everything. */
    public static <T extends Comparable<? super T>> Range<T> all() {
        return new Range<>(null, false, null, false, false);
    }

    /** Both bounds included. */
    public static <T extends Comparable<? super T>> Range<T> closed(T lower, T upper) {
        return new Range<>(lower, true, upper, true, false);
    }

    /** Without the upper bound: what most ranges of times are. */
    public static <T extends Comparable<? super T>> Range<T> closedOpen(T lower, T upper) {
        return new Range<>(lower, true, upper, false, false);
    }

    /** Without the lower bound. */
    public static <T extends Comparable<? super T>> Range<T> openClosed(T lower, T upper) {
        return new Range<>(lower, false, upper, true, false);
    }

    /** Without both bounds. */
    public static <T extends Comparable<? super T>> Range<T> open(T lower, T upper) {
        return new Range<>(lower, false, upper, false, false);
    }

    public static <T extends Comparable<? super T>> Range<T> atLeast(T lower) {
        return new Range<>(lower, true, null, false, false);
    }

    public static <T extends Comparable<? super T>> Range<T> greaterThan(T lower) {
        return new Range<>(lower, false, null, false, false);
    }

    public static <T extends Comparable<? super T>> Range<T> atMost(T upper) {
        return new Range<>(null, false, upper, true, false);
    }

    public static <T extends Comparable<? super T>> Range<T> lessThan(T upper) {
        return new Range<>(null, false, upper, false, false);
    }

    public boolean contains(T value) {
        if (isEmpty) {
            return false;
        }
        int above = lower == null ? 1 : value.compareTo(lower);
        int below = upper == null ? -1 : value.compareTo(upper);
        return (above > 0 || above == 0 && lowerIncluded) && (below < 0 || below == 0 && upperIncluded);
    }

    @Override
    public String toString() {
        return isEmpty
                ? "empty"
                : (lowerIncluded ? "[" : "(")
                        + (lower == null ? "" : lower)
                        + ","
                        + (upper == null ? "" : upper)
                        + (upperIncluded ? "]" : ")");
    }
}
