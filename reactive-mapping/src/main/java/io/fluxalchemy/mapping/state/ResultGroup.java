package io.fluxalchemy.mapping.state;

import java.util.ArrayList;
import java.util.List;

/** Entities of one class read by one query, in result order. A relation loaded for one of them is loaded for its neighbours too. */
public final class ResultGroup {

    private final List<EntityEntry<?>> members = new ArrayList<>();

    /** Appends an entry; it leaves the group of an earlier query. */
    public void add(EntityEntry<?> entry) {
        entry.group = this;
        entry.position = members.size();
        members.add(entry);
    }

    /** The members nearest to a position, itself included, at most {@code limit} of them, in result order. */
    public List<EntityEntry<?>> near(int position, int limit) {
        int from = Math.max(0, Math.min(position - limit / 2, members.size() - limit));
        return members.subList(from, Math.min(members.size(), from + limit));
    }

    public int size() {
        return members.size();
    }
}
