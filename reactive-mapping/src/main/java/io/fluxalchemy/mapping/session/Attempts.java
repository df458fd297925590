package io.fluxalchemy.mapping.session;

import io.fluxalchemy.error.AfterCommitException;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.SignalType;

/** The attempts of one transaction: what an attempt wrote into entities is taken back before the next one, or when none follows. */
final class Attempts {

    private final AtomicReference<SessionScope> latest = new AtomicReference<>();

    SessionScope begin(SessionScope scope) {
        SessionScope failed = latest.getAndSet(scope);
        if (failed != null) {
            failed.abandon();
        }
        scope.begin();
        return scope;
    }

    void failed(Throwable error) {
        if (!(error instanceof CommitOutcomeUnknownException || error instanceof AfterCommitException)) {
            abandon();
        }
    }

    /**
     * To be told when the scope has been told: a session that ended before its body was cancelled would refuse what the body does
     * meanwhile, and whoever leaves would hear of that.
     */
    void ended(SignalType signal) {
        if (signal == SignalType.CANCEL) {
            abandon();
        }
    }

    private void abandon() {
        SessionScope scope = latest.getAndSet(null);
        if (scope != null) {
            scope.abandon();
        }
    }
}
