package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.pid;
import static io.fluxalchemy.engine.Entries.quiet;
import static io.fluxalchemy.engine.Entries.recreate;
import static io.fluxalchemy.engine.Entries.terminate;
import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.engine.Entries.verifyError;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ReadOnlyViolationException;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Which errors cost the connection they came by, and which those opened before it as well. */
class EvictionIT {

    private static final int SIZE = 3;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private AsyncEngine engine;
    private AsyncEngine other;

    @BeforeEach
    void open() {
        engine = AsyncEngine.builder().url(DATABASE.url()).maxSize(SIZE).build();
        other = AsyncEngine.builder().url(DATABASE.url()).maxSize(1).build();
        recreate(other);
    }

    @AfterEach
    void close() {
        quiet(engine);
        verify(engine.close(Duration.ofSeconds(2)).then(other.close(Duration.ofSeconds(2))));
    }

    @Test
    void aDisconnectAgesOutEveryConnectionOpenedBeforeIt() {
        Set<Integer> old = pids();
        verifyError(
                engine.transaction(c -> c.one(pid())
                        .flatMap(pid -> other.one(terminate(pid)))
                        .delayElement(Duration.ofMillis(50))
                        .then(c.execute(insert(1)))),
                Throwable.class);
        assertThat(pids()).doesNotContainAnyElementsOf(old);
    }

    @Test
    void aServerThatTakesNoWritesAnyMoreAgesOutEveryConnectionOpenedBefore() {
        Set<Integer> old = pids();
        verifyError(
                engine.transaction(
                        c -> c.execute(sql("set transaction read only")).then(c.execute(insert(1)))),
                ReadOnlyViolationException.class);
        assertThat(pids()).doesNotContainAnyElementsOf(old);
    }

    @Test
    void aWriteRefusedInATransactionThatAskedToBeReadOnlyCostsNothing() {
        Set<Integer> old = pids();
        verifyError(
                engine.transaction(
                        TransactionOptions.defaults().readOnly(),
                        c -> c.all(sql("insert into entry (id) values (1) returning id")
                                .rows())),
                ReadOnlyViolationException.class);
        assertThat(pids()).isEqualTo(old);
    }

    @Test
    void whatTheServerCannotDoCostsItsConnectionOnly() {
        Set<Integer> old = pids();
        verifyError(engine.execute(sql("select count(*) from entry for update")), DatabaseException.class);
        assertThat(new HashSet<>(pids()))
                .matches(now -> old.stream().filter(now::contains).count() == SIZE - 1);
    }

    @Test
    void anErrorOfAStatementCostsNothing() {
        Set<Integer> old = pids();
        verify(engine.execute(insert(1)));
        verifyError(engine.execute(insert(1)), DatabaseException.class);
        verifyError(engine.execute(sql("selec")), DatabaseException.class);
        verifyError(engine.transaction(c -> c.execute(insert(2)).then(c.execute(insert(1)))), DatabaseException.class);
        assertThat(pids()).isEqualTo(old);
    }

    /** The sessions behind all connections of the pool, opened where they are not; each is held until all are. */
    private Set<Integer> pids() {
        AtomicInteger held = new AtomicInteger();
        Sinks.Empty<Void> together = Sinks.empty();
        List<Integer> all = Flux.range(0, SIZE)
                .flatMap(i -> engine.transaction(c -> c.one(pid()).flatMap(pid -> {
                    if (held.incrementAndGet() == SIZE) {
                        together.tryEmitEmpty();
                    }
                    return together.asMono().thenReturn(pid);
                })))
                .collectList()
                .block(SOON);
        assertThat(all).doesNotHaveDuplicates().hasSize(SIZE);
        return Set.copyOf(all);
    }
}
