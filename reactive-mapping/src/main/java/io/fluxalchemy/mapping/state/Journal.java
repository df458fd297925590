package io.fluxalchemy.mapping.state;

import java.util.ArrayList;
import java.util.List;

/**
 * How to take back what was done to entities and entries since a mark; the latest change is taken back first. Synchronized, because
 * a transaction may be given up (by a cancel from any thread) while its last flush is still being applied: what comes after that
 * is taken back at once.
 */
final class Journal {

    private final List<Runnable> undo = new ArrayList<>();
    private boolean isAbandoned;

    synchronized void record(Runnable takeBack) {
        if (isAbandoned) {
            takeBack.run();
        } else {
            undo.add(takeBack);
        }
    }

    synchronized int mark() {
        return undo.size();
    }

    synchronized void rollbackTo(int mark) {
        for (int i = undo.size() - 1; i >= mark; i--) {
            undo.remove(i).run();
        }
    }

    synchronized void abandon() {
        rollbackTo(0);
        isAbandoned = true;
    }
}
