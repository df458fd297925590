package io.fluxalchemy.mapping.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries in the order they came in, linked through themselves: no node per entity, and any entry leaves at once. */
final class EntryChain {

    private @Nullable EntityEntry<?> first;
    private @Nullable EntityEntry<?> last;
    private int size;

    void append(EntityEntry<?> entry) {
        if (has(entry)) {
            return;
        }
        size++;
        entry.previous = last;
        entry.next = null;
        if (last == null) {
            first = entry;
        } else {
            last.next = entry;
        }
        last = entry;
    }

    void remove(EntityEntry<?> entry) {
        if (!has(entry)) {
            return;
        }
        EntityEntry<?> before = entry.previous;
        EntityEntry<?> after = entry.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        size--;
        entry.previous = null;
        entry.next = null;
    }

    private boolean has(EntityEntry<?> entry) {
        return entry.previous != null || first == entry;
    }

    int size() {
        return size;
    }

    List<EntityEntry<?>> toList() {
        List<EntityEntry<?>> entries = new ArrayList<>(size);
        for (EntityEntry<?> entry = first; entry != null; entry = entry.next) {
            entries.add(entry);
        }
        return entries;
    }
}
