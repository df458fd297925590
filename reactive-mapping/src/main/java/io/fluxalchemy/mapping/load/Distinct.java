package io.fluxalchemy.mapping.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Objects in the order they first came, each once, told apart by identity: a user's {@code equals} is not asked. */
final class Distinct<T> {

    private final Set<T> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<T> inOrder = new ArrayList<>();

    static <T> List<T> of(List<T> all) {
        Distinct<T> distinct = new Distinct<>();
        all.forEach(distinct::add);
        return distinct.inOrder;
    }

    void add(T object) {
        if (seen.add(object)) {
            inOrder.add(object);
        }
    }

    List<T> inOrder() {
        return inOrder;
    }
}
