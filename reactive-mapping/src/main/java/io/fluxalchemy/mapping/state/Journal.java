package io.fluxalchemy.mapping.state;

import java.util.ArrayList;
import java.util.List;

/** How to take back what was done to entities and entries since a mark; the latest change is taken back first. */
final class Journal {

    private final List<Runnable> undo = new ArrayList<>();

    void record(Runnable takeBack) {
        undo.add(takeBack);
    }

    int mark() {
        return undo.size();
    }

    void rollbackTo(int mark) {
        for (int i = undo.size() - 1; i >= mark; i--) {
            undo.remove(i).run();
        }
    }
}
