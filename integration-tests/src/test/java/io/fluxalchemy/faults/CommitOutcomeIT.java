package io.fluxalchemy.faults;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.ids;
import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.recreate;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyNext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.Entries;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.ConnectionLostException;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.faults.FaultProxy;
import io.fluxalchemy.testkit.faults.Injury;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** What became of a COMMIT whose answer was lost is found out afterwards, from the server. */
class CommitOutcomeIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private final Entries heard = new Entries();
    private FaultProxy proxy;
    private AsyncEngine engine;

    @BeforeEach
    void open() {
        proxy = FaultProxy.before(DATABASE.url());
        engine = tracking(true);
        recreate(engine);
        heard.outcomes().clear();
    }

    @AfterEach
    void close() {
        verify(engine.close(Duration.ofSeconds(2)));
        proxy.close();
    }

    @Test
    void aCommitThatArrivedIsFoundCommitted() {
        CommitOutcomeUnknownException unknown = lost(engine, () -> proxy.whenSent("COMMIT", Injury.RESET));

        verifyNext(engine.outcomeOf(unknown), Outcome.COMMITTED);
        assertThat(ids(engine)).containsExactly(1L);
        assertThat(heard.outcomes()).containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void aCommitThatNeverArrivedIsFoundRolledBack() {
        CommitOutcomeUnknownException unknown = lost(engine, () -> proxy.insteadOf("COMMIT", Injury.RESET));

        verifyNext(engine.outcomeOf(unknown), Outcome.ROLLED_BACK);
        assertThat(ids(engine)).isEmpty();
    }

    @Test
    void insideATransactionTheQuestionIsAskedOnAConnectionOfItsOwn() {
        CommitOutcomeUnknownException unknown = lost(engine, () -> proxy.whenSent("COMMIT", Injury.RESET));

        verifyNext(engine.transaction(c -> c.execute(insert(2)).then(engine.outcomeOf(unknown))), Outcome.COMMITTED);
    }

    @Test
    void withoutAnIdItStaysUnknown() {
        AsyncEngine plain = tracking(false);
        CommitOutcomeUnknownException unknown = lost(plain, () -> proxy.whenSent("COMMIT", Injury.RESET));

        assertThat(unknown.transactionId()).isNull();
        verifyNext(plain.outcomeOf(unknown), Outcome.UNKNOWN);
        verify(plain.close());
    }

    @Test
    void whileTheServerIsOutOfReachTheQuestionFailsAndMayBeAskedAgain() {
        CommitOutcomeUnknownException unknown = lost(engine, () -> proxy.whenSent("COMMIT", Injury.RESET));
        proxy.insteadOf("pg_xact_status", Injury.RESET);

        assertThatThrownBy(() -> engine.outcomeOf(unknown).block(SOON)).hasMessageContaining("connection lost");
        proxy.heal();
        verifyNext(engine.outcomeOf(unknown), Outcome.COMMITTED);
    }

    @Test
    void aDatabaseThatCannotTellLeavesItUnknown() {
        CommitOutcomeUnknownException unknown = lost(engine, () -> proxy.whenSent("COMMIT", Injury.RESET));

        AsyncEngine other = AsyncEngine.create("r2dbc:h2:mem:///other");
        assertThat(unknown.transactionId()).isNotNull();
        verifyNext(other.outcomeOf(unknown), Outcome.UNKNOWN);
        verify(other.close());
    }

    @Test
    void aLinkThatFallsSilentBeforeCommitIsSentEndsInARollback() {
        AsyncEngine hasty = AsyncEngine.builder()
                .url(proxy.through(DATABASE.url()))
                .trackCommits(true)
                .cleanupTimeout(Duration.ofMillis(500))
                .listener(heard)
                .build();
        proxy.whenSent("pg_current_xact_id", Injury.BLACK_HOLE);
        assertThatThrownBy(() -> hasty.transaction(c -> c.execute(insert(1))).block(SOON))
                .isInstanceOf(ConnectionLostException.class);
        proxy.heal();
        assertThat(heard.outcomes()).containsExactly(Outcome.ROLLED_BACK);
        assertThat(ids(engine)).isEmpty();
        verify(hasty.close());
    }

    @Test
    void aDatabaseThatCannotTellRefusesToTrack() {
        assertThatThrownBy(() -> AsyncEngine.builder()
                        .url("r2dbc:h2:mem:///tracking")
                        .trackCommits(true)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("h2");
    }

    private AsyncEngine tracking(boolean track) {
        return AsyncEngine.builder()
                .url(proxy.through(DATABASE.url()))
                .maxSize(2)
                .trackCommits(track)
                .listener(heard)
                .build();
    }

    private CommitOutcomeUnknownException lost(AsyncEngine by, Runnable injury) {
        injury.run();
        Throwable error = by.transaction(c -> c.execute(insert(1)))
                .then(Mono.<Throwable>empty())
                .onErrorResume(Mono::just)
                .block(SOON);
        proxy.heal();
        assertThat(error).isInstanceOf(CommitOutcomeUnknownException.class);
        return (CommitOutcomeUnknownException) error;
    }
}
