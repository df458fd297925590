package io.fluxalchemy.faults.known;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.engine.Entries.insert;
import static io.fluxalchemy.engine.Entries.quiet;
import static io.fluxalchemy.engine.Entries.recreate;
import static io.fluxalchemy.engine.Entries.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.Entries;
import io.fluxalchemy.error.AfterCommitException;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.faults.DriverStep;
import io.fluxalchemy.testkit.faults.FaultyDriver;
import io.fluxalchemy.testkit.faults.Misbehaviour;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Which error the caller hears of where several things go wrong at the end of a transaction: every combination. */
class CommitErrorsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final FaultyDriver DRIVER = FaultyDriver.around(ConnectionFactories.get(DATABASE.url()));
    private static final Entries HEARD = new Entries();
    private static AsyncEngine engine;

    /** What fails. */
    private enum Step {
        BODY,
        BEFORE_COMMIT,
        COMMIT,
        ROLLBACK,
        CLOSE,
        AFTER_COMMIT
    }

    @BeforeAll
    static void open() {
        engine = AsyncEngine.builder()
                .connectionFactory(DRIVER)
                .maxSize(1)
                .listener(HEARD)
                .build();
        recreate(engine);
    }

    @AfterAll
    static void close() {
        verify(engine.close());
    }

    @TestFactory
    Stream<DynamicTest> C4_theFirstErrorSurfacesAndLaterOnesAreSuppressedOntoIt() {
        return IntStream.range(0, 1 << Step.values().length).mapToObj(bits -> {
            List<Step> failing = Stream.of(Step.values())
                    .filter(step -> (bits & 1 << step.ordinal()) != 0)
                    .toList();
            return DynamicTest.dynamicTest(failing.toString(), () -> check(failing));
        });
    }

    private static void check(List<Step> failing) {
        HEARD.outcomes().clear();
        if (failing.contains(Step.COMMIT)) {
            DRIVER.on(
                    DriverStep.COMMIT,
                    Misbehaviour.fails(() -> new R2dbcDataIntegrityViolationException("deferred", "23505")));
        }
        if (failing.contains(Step.ROLLBACK)) {
            DRIVER.on(
                    DriverStep.ROLLBACK,
                    Misbehaviour.fails(() -> new R2dbcNonTransientResourceException("rollback", "08006")));
        }
        if (failing.contains(Step.CLOSE)) {
            DRIVER.on(
                    DriverStep.CLOSE,
                    Misbehaviour.failsAfterwards(() -> new R2dbcNonTransientResourceException("close", "08006")));
        }
        Throwable error = engine.transaction(c -> {
                    c.beforeCommit(own -> fail(failing, Step.BEFORE_COMMIT));
                    c.afterCommit(() -> fail(failing, Step.AFTER_COMMIT));
                    return c.execute(insert(1)).then(fail(failing, Step.BODY));
                })
                .then(Mono.<Throwable>empty())
                .onErrorResume(Mono::just)
                .block(SOON);
        DRIVER.behave();
        quiet(engine);

        List<Step> undoing = new ArrayList<>(List.of(Step.BODY, Step.BEFORE_COMMIT, Step.COMMIT));
        undoing.retainAll(failing);
        boolean committed = undoing.isEmpty();
        assertThat(HEARD.outcomes()).containsExactly(committed ? Outcome.COMMITTED : Outcome.ROLLED_BACK);
        if (!committed) {
            Step first = undoing.get(0);
            if (first == Step.COMMIT) {
                assertThat(error).isInstanceOf(UniqueViolationException.class);
            } else {
                assertThat(error).hasMessage(first.name());
            }
            assertThat(error.getSuppressed())
                    .as("the rollback's error")
                    .filteredOn(e -> "rollback".equals(e.getMessage()))
                    .hasSize(failing.contains(Step.ROLLBACK) ? 1 : 0);
        } else if (failing.contains(Step.AFTER_COMMIT)) {
            assertThat(error).isInstanceOf(AfterCommitException.class).hasRootCauseMessage(Step.AFTER_COMMIT.name());
        } else {
            assertThat(error).isNull();
        }
        verify(engine.execute(io.fluxalchemy.sql.Sql.sql("delete from entry"))
                .doOnNext(rows -> assertThat(rows).isEqualTo(committed ? 1 : 0)));
    }

    private static Mono<Void> fail(List<Step> failing, Step step) {
        return failing.contains(step) ? Mono.error(new IllegalStateException(step.name())) : Mono.empty();
    }
}
