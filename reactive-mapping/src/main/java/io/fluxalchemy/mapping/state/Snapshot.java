package io.fluxalchemy.mapping.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was last known of an entity's row: one {@linkplain FrozenValue frozen} value per column of its model, in the model's
 * order, and the members of each to-many that was loaded. Immutable.
 */
public final class Snapshot {

    private final @Nullable Object[] values;
    private final Map<String, List<Object>> collections;

    private Snapshot(@Nullable Object[] values, Map<String, List<Object>> collections) {
        this.values = values;
        this.collections = collections;
    }

    /** A snapshot of a row with no to-many loaded. The array is kept, not copied: do not change it. */
    public static Snapshot of(@Nullable Object[] frozenValues) {
        return new Snapshot(frozenValues, Map.of());
    }

    /** A snapshot of a row with some to-many known. The array, the map and its lists are kept, not copied: do not change them. */
    public static Snapshot of(@Nullable Object[] frozenValues, Map<String, List<Object>> collections) {
        return new Snapshot(frozenValues, collections);
    }

    public int size() {
        return values.length;
    }

    /** The frozen value of a column, by its position in the model. */
    public @Nullable Object value(int column) {
        return values[column];
    }

    /** The members last known of a to-many; null where it was not loaded, or only in part. */
    public @Nullable List<Object> collection(String attribute) {
        return collections.get(attribute);
    }

    /** The same with other column values. The array is kept, not copied. */
    public Snapshot withValues(@Nullable Object[] frozenValues) {
        return new Snapshot(frozenValues, collections);
    }

    /** The same with one to-many known. */
    public Snapshot withCollection(String attribute, Collection<?> members) {
        List<Object> known = members.isEmpty() ? List.of() : Collections.unmodifiableList(new ArrayList<>(members));
        if (collections.isEmpty()) {
            return new Snapshot(values, Map.of(attribute, known));
        }
        Map<String, List<Object>> more = new HashMap<>(collections);
        more.put(attribute, known);
        return new Snapshot(values, more);
    }

    /** The same with several to-many known. The map and its lists are kept, not copied: do not change them. */
    public Snapshot withCollections(Map<String, List<Object>> known) {
        if (collections.isEmpty()) {
            return new Snapshot(values, known);
        }
        Map<String, List<Object>> more = new HashMap<>(collections);
        more.putAll(known);
        return new Snapshot(values, more);
    }

    /** The same with one to-many unknown. */
    public Snapshot withoutCollection(String attribute) {
        if (!collections.containsKey(attribute)) {
            return this;
        }
        Map<String, List<Object>> fewer = new HashMap<>(collections);
        fewer.remove(attribute);
        return new Snapshot(values, fewer);
    }
}
