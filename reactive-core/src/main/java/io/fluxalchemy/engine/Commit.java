package io.fluxalchemy.engine;

import io.fluxalchemy.engine.pool.Lease;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.TransactionAbortedException;
import io.fluxalchemy.error.TransactionException;
import io.r2dbc.spi.R2dbcRollbackException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** COMMIT, and what its answer, or the lack of one, says of the transaction. It travels alone. */
final class Commit {

    /** How long a COMMIT without a deadline is waited for: long, since triggers and replicas may take their time. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final EngineCore core;
    private final Lease lease;
    private final Controls controls;
    private final Duration longest;
    private volatile boolean sent;

    /** @param deadline of the transaction; it does not interrupt COMMIT, but bounds the wait for an answer that never comes */
    Commit(EngineCore core, Lease lease, Controls controls, @Nullable Duration deadline) {
        this.core = core;
        this.lease = lease;
        this.controls = controls;
        this.longest =
                deadline == null ? LONGEST : deadline.plus(core.settings().cleanupTimeout());
    }

    /** @param hasWritten whether there is anything whose fate could be asked for later */
    Mono<Void> send(boolean hasWritten) {
        if (Boolean.TRUE.equals(core.adapter().isIdle(lease.connection()))) {
            return Mono.error(new TransactionException(
                    "the transaction was ended inside its body, by text SQL: let the scope end it",
                    Outcome.UNKNOWN,
                    null));
        }
        String idQuery = core.tracksCommits() && hasWritten
                ? core.dialect().transactions().idQuery()
                : null;
        if (idQuery == null) {
            return send(null);
        }
        AtomicReference<@Nullable String> id = new AtomicReference<>();
        return controls.read(idQuery).doOnNext(id::set).then(Mono.defer(() -> send(id.get())));
    }

    private Mono<Void> send(@Nullable String id) {
        Mono<Void> answer = Mono.defer(() -> {
            sent = true;
            return Mono.from(lease.connection().commitTransaction());
        });
        return core.lender()
                .within(longest, answer, () -> new TimeoutException("COMMIT was not answered within " + longest))
                .onErrorMap(e -> failed(e, id));
    }

    /** How the transaction ended, where this error is COMMIT's; empty where COMMIT was not sent. */
    Optional<Outcome> outcomeOf(Throwable error) {
        return !sent
                ? Optional.empty()
                : Optional.of(error instanceof CommitOutcomeUnknownException ? Outcome.UNKNOWN : Outcome.ROLLED_BACK);
    }

    private Throwable failed(Throwable error, @Nullable String id) {
        Throwable translated = core.errors().translate(error, null);
        if (error instanceof R2dbcRollbackException
                && translated instanceof DatabaseException answer
                && answer.kind() == ErrorKind.OTHER) {
            // the server answered COMMIT with ROLLBACK: an earlier error had aborted the transaction
            return new TransactionAbortedException(
                    answer.sqlState(), answer.vendorCode(), null, error, lease.failure());
        }
        if (core.errors().isDefinite(translated)) {
            return translated;
        }
        lease.markDisconnected();
        return new CommitOutcomeUnknownException(
                "no answer came after COMMIT was sent: the transaction may be stored or not; look before writing again",
                id,
                translated);
    }
}
