package io.fluxalchemy.faults.matrix;

import io.fluxalchemy.error.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What the contract demands of a case.
 *
 * @param outcomes of which listeners may be told one, once; null as an element where none may be told
 * @param rows what is stored afterwards
 * @param errors what the caller may be told: classes of errors, null as an element for success; empty for a caller that left
 * @param connection what becomes of the connection
 */
record Expected(List<Outcome> outcomes, Rows rows, List<Class<? extends Throwable>> errors, Fate connection) {

    /** What is in the tables afterwards. */
    enum Rows {
        STORED,
        NONE,
        /** As the outcome says; either where it is unknown. */
        AS_OUTCOME
    }

    /** What becomes of the connection. */
    enum Fate {
        REUSED,
        DESTROYED,
        ANY
    }

    static Expected committed() {
        return new Expected(List.of(Outcome.COMMITTED), Rows.STORED, oneOf(List.of(), true), Fate.REUSED);
    }

    static Expected committedBut(Class<? extends Throwable> error) {
        return new Expected(List.of(Outcome.COMMITTED), Rows.STORED, oneOf(List.of(error), false), Fate.REUSED);
    }

    static Expected rolledBack(Class<? extends Throwable> error) {
        return new Expected(List.of(Outcome.ROLLED_BACK), Rows.NONE, oneOf(List.of(error), false), Fate.REUSED);
    }

    static Expected unknown(Class<? extends Throwable> error, Rows rows) {
        return new Expected(List.of(Outcome.UNKNOWN), rows, oneOf(List.of(error), false), Fate.DESTROYED);
    }

    static Expected nothingBegun(Class<? extends Throwable> error) {
        List<Outcome> none = new ArrayList<>();
        none.add(null);
        return new Expected(none, Rows.NONE, oneOf(List.of(error), false), Fate.ANY);
    }

    /** Whatever happens, what is told and what is stored fit together. */
    static Expected consistent() {
        List<Outcome> any = new ArrayList<>(List.of(Outcome.values()));
        any.add(null);
        return new Expected(any, Rows.AS_OUTCOME, oneOf(List.of(Throwable.class), true), Fate.ANY);
    }

    Expected callerLeft() {
        return new Expected(outcomes, rows, List.of(), connection);
    }

    Expected destroyed() {
        return new Expected(outcomes, rows, errors, Fate.DESTROYED);
    }

    Expected whateverTheConnection() {
        return new Expected(outcomes, rows, errors, Fate.ANY);
    }

    Expected orOutcome(Outcome other) {
        List<Outcome> more = new ArrayList<>(outcomes);
        more.add(other);
        return new Expected(more, rows, errors, connection);
    }

    Expected orError(Class<? extends Throwable> other) {
        List<Class<? extends Throwable>> more = new ArrayList<>(errors);
        more.add(other);
        return new Expected(outcomes, rows, more, connection);
    }

    private static List<Class<? extends Throwable>> oneOf(List<Class<? extends Throwable>> errors, boolean orSuccess) {
        List<Class<? extends Throwable>> all = new ArrayList<>(errors);
        if (orSuccess) {
            all.add(null);
        }
        return all;
    }
}
