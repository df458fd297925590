package io.fluxalchemy.faults.matrix;

import java.util.List;
import java.util.function.BiFunction;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ways a caller leaves: its own hand, and the operators that cancel what they no longer need. */
enum Leaving implements Fault {
    DISPOSE((work, moment) -> Flux.create(sink -> {
        Disposable caller = work.subscribe(sink::next, sink::error, sink::complete);
        sink.onDispose(moment.subscribe(x -> {}, sink::error, () -> {
            caller.dispose();
            sink.complete();
        }));
    })),
    TAKE_UNTIL((work, moment) -> work.takeUntilOther(moment)),
    TIMEOUT((work, moment) -> work.collectList().timeout(moment).flux()),
    TIMEOUT_WITH_FALLBACK((work, moment) -> work.<Object>map(v -> v)
            .collectList()
            .timeout(moment, Mono.just(List.of()))
            .flux()),
    FAILING_ZIP((work, moment) ->
            Mono.zip(work.collectList(), moment.then(Mono.error(new Sibling()))).flux()),
    FAILING_SIBLING((work, moment) ->
            Flux.just(1, 2).<Object>flatMap(i -> i == 1 ? work : moment.then(Mono.error(new Sibling())))),
    SWITCH_MAP((work, moment) ->
            Flux.concat(Mono.just(1), moment.thenReturn(2)).<Object>switchMap(i -> i == 1 ? work : Mono.just("other"))),
    /** With all values as one signal: a peer's come before its COMMIT, and would have won by then. */
    FIRST_WITH_SIGNAL((work, moment) -> Flux.<Object>firstWithSignal(work.collectList(), moment.thenReturn("faster"))),
    TAKE_ONE_OF_MERGE(
            (work, moment) -> Flux.merge(work, moment.thenReturn("first")).take(1));

    private final BiFunction<Flux<?>, Mono<Void>, Flux<?>> operator;

    Leaving(BiFunction<Flux<?>, Mono<Void>, Flux<?>> operator) {
        this.operator = operator;
    }

    @Override
    public Flux<?> around(Flux<?> work, Mono<Void> moment) {
        return operator.apply(work, moment);
    }

    @Override
    public void arm(CaseRun run) {
        if (run.fault().phase() == Phase.P1_WAITING) {
            run.holdEveryConnection();
        }
        run.slowly();
        run.atTheMoment(run.fault().phase() == Phase.P2_DELIVERED ? () -> {} : run::awaitCaller);
    }

    /** The other side, which fails. */
    static final class Sibling extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Sibling() {
            super("the other side failed", null, false, false);
        }
    }
}
