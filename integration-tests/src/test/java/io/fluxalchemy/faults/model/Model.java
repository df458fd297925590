package io.fluxalchemy.faults.model;

import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.TransactionAbortedException;
import io.fluxalchemy.error.TransactionDoomedException;
import io.fluxalchemy.error.UniqueViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a program must do, by the rules of the contract. Runs nothing. */
final class Model {

    /**
     * How a program ends.
     *
     * @param outcome of its transaction
     * @param error what its caller is told; null for success, and for one who left
     * @param left whether its caller left
     * @param rows what it stores
     */
    record Prediction(Outcome outcome, Class<? extends Throwable> error, boolean left, Set<Integer> rows) {}

    /** A transaction or a savepoint in it. */
    private static final class Level {
        private final List<Integer> rows = new ArrayList<>();
        /** The server takes nothing but a rollback. */
        private boolean aborted;
        /** A joined block failed or was left: what is done here must not be kept. */
        private boolean doomed;
    }

    /** Ends a block before its last step. */
    private static final class End extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Class<? extends Throwable> error;

        /** @param error null where the block is left */
        End(Class<? extends Throwable> error) {
            super(null, null, false, false);
            this.error = error;
        }
    }

    private Model() {}

    static Prediction of(List<Step> program) {
        Level transaction = new Level();
        try {
            run(program, transaction);
        } catch (End end) {
            return new Prediction(Outcome.ROLLED_BACK, end.error, end.error == null, Set.of());
        }
        if (transaction.doomed) {
            return new Prediction(Outcome.ROLLED_BACK, TransactionDoomedException.class, false, Set.of());
        }
        return transaction.aborted
                ? new Prediction(Outcome.ROLLED_BACK, TransactionAbortedException.class, false, Set.of())
                : new Prediction(Outcome.COMMITTED, null, false, new TreeSet<>(transaction.rows));
    }

    private static void run(List<Step> steps, Level level) {
        for (Step step : steps) {
            if (step instanceof Step.Insert insert) {
                statement(level);
                level.rows.add(insert.key());
            } else if (step instanceof Step.Read) {
                statement(level);
            } else if (step instanceof Step.AtOnce atOnce) {
                statement(level);
                level.rows.addAll(atOnce.keys());
            } else if (step instanceof Step.Refused refused) {
                refused(refused, level);
            } else if (step instanceof Step.Fails) {
                throw new End(ProgramFailure.class);
            } else if (step instanceof Step.Left) {
                throw new End(null);
            } else if (step instanceof Step.Block block) {
                if (block.nested()) {
                    nested(block, level);
                } else {
                    joined(block, level);
                }
            }
        }
    }

    private static void statement(Level level) {
        if (level.aborted) {
            throw new End(TransactionAbortedException.class);
        }
    }

    private static void refused(Step.Refused refused, Level level) {
        Class<? extends Throwable> error =
                level.aborted ? TransactionAbortedException.class : UniqueViolationException.class;
        level.aborted = true;
        if (!refused.swallowed()) {
            throw new End(error);
        }
    }

    private static void nested(Step.Block block, Level level) {
        Class<? extends Throwable> error;
        if (level.aborted) {
            error = TransactionAbortedException.class;
        } else {
            Level savepoint = new Level();
            try {
                run(block.steps(), savepoint);
                error = savepoint.doomed
                        ? TransactionDoomedException.class
                        : savepoint.aborted ? TransactionAbortedException.class : null;
                if (error == null) {
                    level.rows.addAll(savepoint.rows);
                }
            } catch (End end) {
                error = end.error;
            }
        }
        if (error != null && !block.swallowed()) {
            throw new End(error);
        }
    }

    private static void joined(Step.Block block, Level level) {
        try {
            run(block.steps(), level);
        } catch (End end) {
            level.doomed = true;
            if (end.error != null && !block.swallowed()) {
                throw end;
            }
        }
    }
}
