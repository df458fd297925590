package io.fluxalchemy.mapping.state;

import org.jspecify.annotations.Nullable;

/**
 * A collection the unit of work does not look into: it was not loaded, or only in part. It can be neither read (unloaded) nor
 * written (both), and stands for "unchanged" at flush.
 */
public sealed interface UntrackedCollection permits UnloadedList, UnloadedSet, PartialList, PartialSet {

    /** Whether a field holds a collection that says all of the relation: neither null, unloaded nor partial. */
    static boolean isTracked(@Nullable Object fieldValue) {
        return fieldValue != null && !(fieldValue instanceof UntrackedCollection);
    }

    /** Whether a field holds the stand-in of a collection that was not loaded at all. */
    static boolean isUnloaded(@Nullable Object fieldValue) {
        return fieldValue instanceof UnloadedList || fieldValue instanceof UnloadedSet;
    }
}
