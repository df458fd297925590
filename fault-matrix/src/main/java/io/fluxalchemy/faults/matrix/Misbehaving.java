package io.fluxalchemy.faults.matrix;

import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.testkit.faults.DriverStep;
import io.fluxalchemy.testkit.faults.Injury;
import io.fluxalchemy.testkit.faults.Misbehaviour;
import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.time.Duration;

/** A driver that does not do what it should. */
record Misbehaving(Where where, How how, TransactionOptions options) implements Fault {

    private static final Duration DEADLINE = Duration.ofSeconds(1);

    /** At which of the driver's steps. */
    enum Where {
        CREATE,
        VALIDATE,
        BEGIN,
        STATEMENT,
        COMMIT,
        ROLLBACK,
        RESET,
        CLOSE
    }

    /** What it does there. */
    enum How {
        LINK_LOST,
        LINK_LOST_AFTERWARDS,
        REFUSED,
        SILENT,
        SILENT_AFTERWARDS,
        THROWS;

        Misbehaviour made() {
            return switch (this) {
                case LINK_LOST -> Misbehaviour.fails(How::lost);
                case LINK_LOST_AFTERWARDS -> Misbehaviour.failsAfterwards(How::lost);
                case REFUSED -> Misbehaviour.fails(() -> new R2dbcBadGrammarException("refused", "42601"));
                case SILENT -> Misbehaviour.isSilent();
                case SILENT_AFTERWARDS -> Misbehaviour.isSilentAfterwards();
                case THROWS -> Misbehaviour.throwsAtOnce(() -> new IllegalStateException("thrown by the driver"));
            };
        }

        private static Throwable lost() {
            return new R2dbcNonTransientResourceException("the driver says the link is lost", "08006");
        }
    }

    static Misbehaving at(Where where, How how) {
        boolean silent = how == How.SILENT || how == How.SILENT_AFTERWARDS;
        boolean deadline = silent && (where == Where.BEGIN || where == Where.STATEMENT || where == Where.COMMIT);
        return new Misbehaving(
                where, how, deadline ? TransactionOptions.defaults().timeout(DEADLINE) : TransactionOptions.defaults());
    }

    @Override
    public String name() {
        return "driver_" + how + "_at_" + where;
    }

    @Override
    public boolean overFaultyDriver() {
        return true;
    }

    @Override
    public void arm(CaseRun run) {
        var driver = run.lane().driver();
        Misbehaviour made = how.made();
        switch (where) {
            case CREATE -> {
                driver.on(DriverStep.CREATE, made);
                run.lane().endLinks();
            }
            case VALIDATE -> driver.on(DriverStep.VALIDATE, made.once());
            case BEGIN -> driver.on(DriverStep.BEGIN, made);
            case STATEMENT -> driver.on("/*P5*/", made);
            case COMMIT -> driver.on(DriverStep.COMMIT, made);
            case ROLLBACK -> driver.on(DriverStep.ROLLBACK, made);
            case RESET -> driver.on("RESET ALL", made);
            case CLOSE -> {
                driver.on(DriverStep.CLOSE, made);
                run.hurt(Injury.RESET);
            }
        }
    }
}
