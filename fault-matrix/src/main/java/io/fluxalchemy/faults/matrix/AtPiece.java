package io.fluxalchemy.faults.matrix;

import io.fluxalchemy.testkit.faults.Injury;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A fault at the n-th thing that travels, whatever that is. */
record AtPiece(What what, int n) implements Fault {

    /** What happens there. */
    enum What {
        CANCEL,
        RESET,
        HALF_CLOSE,
        TERMINATE,
        /** After as many answered bytes as chance says. */
        CUT_AFTER_BYTES,
        /** After as many microseconds as chance says. */
        CANCEL_AFTER_A_WHILE
    }

    @Override
    public String name() {
        return what + "_" + n;
    }

    @Override
    public void arm(CaseRun run) {
        var proxy = run.lane().proxy();
        switch (what) {
            case CANCEL -> proxy.atPiece(n, run::reachTheMoment);
            case RESET -> proxy.atPiece(n, () -> proxy.now(Injury.RESET));
            case HALF_CLOSE -> proxy.atPiece(n, () -> proxy.now(Injury.HALF_CLOSE));
            case TERMINATE -> proxy.atPiece(n, () -> run.lane().terminateSessions());
            case CUT_AFTER_BYTES -> proxy.afterBytes(1 + run.random().nextInt(1_500), Injury.RESET);
            case CANCEL_AFTER_A_WHILE ->
                run.beside(Mono.delay(java.time.Duration.ofNanos(run.random().nextInt(12_000_000)))
                        .doOnNext(x -> run.reachTheMoment())
                        // its value may come when the case is over, and would count as dropped
                        .then());
        }
    }

    /** The news of ended sessions travels. */
    @Override
    public void after(CaseRun run) {
        if (what == What.TERMINATE) {
            run.lane().awaitNewsOfSessions();
        }
    }

    @Override
    public Flux<?> around(Flux<?> work, Mono<Void> moment) {
        return what == What.CANCEL || what == What.CANCEL_AFTER_A_WHILE ? work.takeUntilOther(moment) : work;
    }
}
