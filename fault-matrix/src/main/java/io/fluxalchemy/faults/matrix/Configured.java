package io.fluxalchemy.faults.matrix;

import io.fluxalchemy.testkit.faults.Injury;
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What becomes of the server's configuration while it runs; connections that are open keep what they have been let in with. */
enum Configured implements Fault {
    /** Others have every connection the server allows. */
    PLACES_TAKEN(run -> run.lane().server().fill()),
    PLACES_TAKEN_FOR_A_WHILE(run -> {
        run.lane().server().fill();
        run.beside(Mono.<Void>fromRunnable(() -> run.lane().server().free())
                .delaySubscription(Duration.ofMillis(300), Schedulers.boundedElastic()));
    }),
    HOST_REJECTED(run -> run.lane().server().reject()),
    PASSWORD_CHANGED(run -> run.lane().server().changePassword()),
    READ_ONLY(run -> run.lane().server().turnReadOnly());

    private final Consumer<CaseRun> change;

    Configured(Consumer<CaseRun> change) {
        this.change = change;
    }

    @Override
    public void arm(CaseRun run) {
        switch (run.fault().phase()) {
            case P1_WAITING -> {
                run.lane().endLinks();
                change.accept(run);
            }
            case P3_BEGIN -> {
                // the link is lost too: what counts is who may open another
                change.accept(run);
                run.hurt(Injury.RESET);
            }
            case P2_DELIVERED -> {
                change.accept(run);
                if (this == READ_ONLY) {
                    run.lane().awaitSetting("default_transaction_read_only", "on");
                }
            }
            default -> run.atTheMoment(() -> change.accept(run));
        }
    }

    @Override
    public void after(CaseRun run) {
        run.lane().server().restore();
    }

    @Override
    public Duration toAcquire() {
        return this == PLACES_TAKEN ? Duration.ofSeconds(2) : Fault.super.toAcquire();
    }

    @Override
    public boolean changesTheServer() {
        return true;
    }
}
