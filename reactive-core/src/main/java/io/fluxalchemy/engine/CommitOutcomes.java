package io.fluxalchemy.engine;

import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.Outcome;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Finds out how transactions of unknown outcome have ended. */
final class CommitOutcomes {

    private static final String RUNNING = "in progress";
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int LOOKS = 25;

    private final EngineCore core;
    private final Scopes scopes;

    CommitOutcomes(EngineCore core, Scopes scopes) {
        this.core = core;
        this.scopes = scopes;
    }

    Mono<Outcome> of(CommitOutcomeUnknownException unknown) {
        String id = unknown.transactionId();
        return id == null ? Mono.just(Outcome.UNKNOWN) : look(id);
    }

    private Mono<Outcome> look(String id) {
        return Mono.defer(() -> {
            String query = core.dialect().transactions().statusQuery(id);
            if (query == null) {
                return Mono.just(Outcome.UNKNOWN);
            }
            return scopes.apart("outcomeOf", scope -> scope.runner().text(query))
                    .defaultIfEmpty("")
                    .filter(status -> !status.equals(RUNNING))
                    .repeatWhenEmpty(looks -> looks.take(LOOKS).delayElements(PAUSE))
                    .defaultIfEmpty(RUNNING)
                    .map(CommitOutcomes::outcome);
        });
    }

    private static Outcome outcome(String status) {
        return switch (status) {
            case "committed" -> Outcome.COMMITTED;
            case "aborted" -> Outcome.ROLLED_BACK;
            default -> Outcome.UNKNOWN;
        };
    }
}
