package io.fluxalchemy.faults.matrix;

import io.fluxalchemy.testkit.faults.Injury;
import java.time.Duration;
import java.util.function.Consumer;

/** What becomes of the wire. */
enum Hurting implements Fault {
    RESET(run -> run.hurt(Injury.RESET)),
    HALF_CLOSE(run -> run.hurt(Injury.HALF_CLOSE)),
    BLACK_HOLE(run -> run.hurt(Injury.BLACK_HOLE)),
    LOST_REQUEST(run -> run.lane().proxy().insteadOf(run.fault().phase().mark(), Injury.RESET)),
    LOST_REQUEST_HALF_CLOSE(
            run -> run.lane().proxy().insteadOf(run.fault().phase().mark(), Injury.HALF_CLOSE)),
    SLOW(run -> run.lane().proxy().delay(Duration.ofMillis(5))),
    LATE(run -> run.lane().proxy().whileWaiting(run.fault().phase().mark(), () -> CaseRun.sleep(200))),
    ONE_BYTE_AT_A_TIME(run -> run.lane().proxy().slice()),
    IDLE_LINKS_RESET(run -> {
        run.lane().proxy().now(Injury.RESET);
        CaseRun.sleep(60);
    }),
    IDLE_LINKS_CLOSED(run -> run.lane().endLinks()),
    NO_CONNECTION_CAN_BE_MADE(run -> {
        run.lane().endLinks();
        run.lane().proxy().whenSent("applicationname", Injury.RESET);
        run.lane().proxy().whenSent("application_name", Injury.RESET);
    }),
    NO_CONNECTION_IS_ANSWERED(run -> {
        run.lane().endLinks();
        run.lane().proxy().now(Injury.BLACK_HOLE);
    }),
    EVERY_CONNECTION_IN_USE(CaseRun::holdEveryConnection),
    EVERY_CONNECTION_IN_USE_FOR_A_WHILE(run -> {
        run.holdEveryConnection();
        run.atTheMoment(run::release);
    });

    private final Consumer<CaseRun> arm;

    Hurting(Consumer<CaseRun> arm) {
        this.arm = arm;
    }

    @Override
    public void arm(CaseRun run) {
        arm.accept(run);
    }
}
