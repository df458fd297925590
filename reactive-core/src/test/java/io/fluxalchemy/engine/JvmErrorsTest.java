package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.script.ScriptedDriver;
import io.fluxalchemy.error.AfterCommitException;
import io.fluxalchemy.error.FatalErrorException;
import io.fluxalchemy.error.Outcome;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/**
 * Errors of the virtual machine, which Reactor throws through every operator instead of signalling them, thrown by the operators of
 * a body: the scope rolls back, gives its connection back, and its caller hears of it. The driver answers on its own thread or on
 * the caller's.
 */
class JvmErrorsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Error ERROR = new NoClassDefFoundError("thrown");

    static {
        ERROR.setStackTrace(new StackTraceElement[0]); // logged often
    }

    private final ScriptedDriver driver = new ScriptedDriver();
    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private final AsyncEngine engine = engine(2);
    private final AsyncEngine other =
            AsyncEngine.builder().connectionFactory(new ScriptedDriver()).build();

    private AsyncEngine engine(int size) {
        return AsyncEngine.builder()
                .connectionFactory(driver)
                .maxSize(size)
                .acquireTimeout(Duration.ofSeconds(2))
                .listener(new EngineListener() {
                    @Override
                    public void onTransaction(TransactionEvent event) {
                        if (event.outcome() != null) {
                            outcomes.add(event.outcome());
                        }
                    }
                })
                .build();
    }

    private static Map<String, Function<AsyncConnection, Mono<?>>> bodies() {
        Map<String, Function<AsyncConnection, Mono<?>>> all = new LinkedHashMap<>();
        all.put("map", c -> write(c).map(n -> thrown()));
        all.put("doOnNext", c -> write(c).doOnNext(n -> thrown()));
        all.put("doOnSuccess", c -> write(c).doOnSuccess(n -> thrown()));
        all.put("doOnTerminate", c -> write(c).doOnTerminate(JvmErrorsTest::thrown));
        all.put("flatMap", c -> write(c).flatMap(n -> thrown()));
        all.put("publisher in flatMap", c -> write(c).flatMap(n -> Mono.fromCallable(JvmErrorsTest::thrown)));
        all.put("then", c -> write(c).then(Mono.defer(JvmErrorsTest::thrown)));
        all.put("flatMapMany", c -> write(c).flatMapMany(n -> thrown()).then());
        all.put(
                "Flux",
                c -> Flux.range(0, 3)
                        .concatMap(i -> write(c))
                        .flatMap(i -> thrown())
                        .then());
        all.put("zip", c -> Mono.zip(write(c), write(c).map(n -> thrown()), write(c)));
        all.put("doOnError", c -> failing(c).doOnError(e -> thrown()));
        all.put("onErrorResume", c -> failing(c).onErrorResume(e -> thrown()));
        all.put("onErrorMap", c -> failing(c).onErrorMap(e -> thrown()));
        all.put("second statement", c -> write(c).then(write(c)).map(n -> thrown()));
        all.put("no statement", c -> Mono.just(1).map(n -> thrown()));
        all.put("callable", c -> Mono.fromCallable(JvmErrorsTest::thrown));
        all.put("create", c -> Mono.create(sink -> thrown()));
        all.put("doOnSubscribe", c -> write(c).doOnSubscribe(s -> thrown()));
        all.put("nested", c -> c.nested(n -> write(n).map(v -> thrown())));
        all.put("nested, behind it", c -> c.nested(JvmErrorsTest::write).flatMap(n -> thrown()));
        all.put("nested, no statement", c -> c.nested(n -> Mono.fromCallable(JvmErrorsTest::thrown)));
        all.put("nested twice", c -> c.nested(n -> n.nested(m -> write(m).flatMap(v -> thrown()))));
        all.put("exclusively", c -> c.exclusively(own -> write(own).flatMap(n -> thrown())));
        all.put("exclusively, no statement", c -> c.exclusively(own -> Mono.fromCallable(JvmErrorsTest::thrown)));
        all.put("beforeCommit", c -> {
            c.beforeCommit(own -> Mono.fromCallable(JvmErrorsTest::thrown));
            return write(c);
        });
        all.put("beforeCommit, behind a statement", c -> {
            c.beforeCommit(own -> write(own).flatMap(n -> thrown()));
            return write(c);
        });
        return all;
    }

    @AfterEach
    void allIsGivenBack() {
        driver.forgetAll();
        StepVerifier.create(engine.pendingCleanup()).expectComplete().verify(SOON);
        StepVerifier.create(engine.transaction(c -> c.execute(sql("write"))))
                .expectNextCount(1)
                .expectComplete()
                .verify(SOON);
        assertThat(engine.pool().acquired()).isZero();
        assertThat(engine.pool().holders()).isEmpty();
        StepVerifier.create(engine.close(SOON)).expectComplete().verify(SOON);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTransactionRollsBackAndItsCallerHearsOfIt(boolean isAsynchronous) {
        forEach(
                isAsynchronous,
                List.of(Outcome.ROLLED_BACK),
                body -> engine.transaction(c -> body.apply(c).then()));
        assertThat(driver.journal()).noneMatch(entry -> entry.endsWith(": commit"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void soDoesOneOfManyValues(boolean isAsynchronous) {
        forEach(isAsynchronous, List.of(Outcome.ROLLED_BACK), body -> engine.transactionMany(c -> body.apply(c)));
        forEach(isAsynchronous, List.of(Outcome.ROLLED_BACK), body -> engine.streamTentative(c -> body.apply(c)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void soDoesOneWhoseFailingBlockHadJoined(boolean isAsynchronous) {
        forEach(
                isAsynchronous,
                List.of(Outcome.ROLLED_BACK),
                body -> engine.transaction(
                        outer -> engine.transaction(c -> body.apply(c).then())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void soDoBothWhereOneIsInsideTheOther(boolean isAsynchronous) {
        forEach(
                isAsynchronous,
                List.of(Outcome.ROLLED_BACK, Outcome.ROLLED_BACK),
                body -> engine.transaction(
                        outer -> engine.requiresNew(c -> body.apply(c).then())));
    }

    private void forEach(
            boolean isAsynchronous,
            List<Outcome> expected,
            Function<Function<AsyncConnection, Mono<?>>, Publisher<?>> scope) {
        answering(isAsynchronous);
        bodies().forEach((name, body) -> {
            outcomes.clear();
            failsWithTheError(scope.apply(body));
            assertThat(outcomes).as(name).isEqualTo(expected);
            StepVerifier.create(engine.pendingCleanup()).expectComplete().verify(SOON);
            assertThat(engine.pool().acquired()).as(name).isZero();
            assertThat(engine.pool().holders()).as(name).isEmpty();
        });
    }

    @Test
    void anErrorBehindAScopeInsideAnotherEndsTheOuterOne() {
        for (boolean isAsynchronous : List.of(true, false)) {
            outcomes.clear();
            answering(isAsynchronous);
            failsWithTheError(engine.transaction(
                    outer -> engine.requiresNew(JvmErrorsTest::write).flatMap(n -> thrown())));
            assertThat(outcomes).containsExactly(Outcome.COMMITTED, Outcome.ROLLED_BACK);
            outcomes.clear();
            failsWithTheError(engine.transaction(
                    outer -> write(outer).then(other.execute(sql("write"))).flatMap(n -> thrown())));
            assertThat(outcomes).containsExactly(Outcome.ROLLED_BACK);
        }
    }

    @Test
    void aNestedBlockIsRolledBackAloneWhereItsErrorIsCaught() {
        for (boolean isAsynchronous : List.of(true, false)) {
            outcomes.clear();
            answering(isAsynchronous);
            StepVerifier.create(engine.transaction(c -> c.nested(n -> write(n).flatMap(v -> thrown()))
                            .onErrorResume(FatalErrorException.class, e -> Mono.empty())
                            .then(write(c))))
                    .expectNextCount(1)
                    .expectComplete()
                    .verify(SOON);
            assertThat(outcomes).containsExactly(Outcome.COMMITTED);
        }
    }

    @Test
    void aHookBehindTheCommitFailsAsOthersDo() {
        for (boolean isAsynchronous : List.of(true, false)) {
            outcomes.clear();
            answering(isAsynchronous);
            StepVerifier.create(engine.transaction(c -> {
                        c.afterCommit(() -> Mono.fromRunnable(JvmErrorsTest::thrown));
                        return write(c);
                    }))
                    .expectErrorSatisfies(e -> assertThat(e)
                            .isInstanceOf(AfterCommitException.class)
                            .hasRootCause(ERROR))
                    .verify(SOON);
            assertThat(outcomes).containsExactly(Outcome.COMMITTED);
        }
    }

    /** What is thrown behind the scope is Reactor's to handle; the connection and the engine's books are not touched by it. */
    @Test
    void anErrorBehindTheScopeLeavesNothingBehindAndReachesTheCallerWhereTheOperatorLetsIt() {
        for (boolean isAsynchronous : List.of(true, false)) {
            answering(isAsynchronous);
            failsWithTheError(engine.transaction(JvmErrorsTest::write).map(n -> thrown()));
            failsWithTheError(engine.execute(sql("write")).doOnNext(n -> thrown()));
            List<Disposable> unheard = new ArrayList<>();
            unheard.add(engine.transaction(JvmErrorsTest::write)
                    .flatMap(n -> thrown())
                    .subscribe());
            StepVerifier.create(engine.transaction(JvmErrorsTest::write).delayElement(Duration.ofMillis(20)))
                    .expectNextCount(1)
                    .expectComplete()
                    .verify(SOON);
            unheard.forEach(Disposable::dispose);
        }
    }

    @Test
    void anErrorThrownByWhatHearsOfACancelDoesNotStopTheRollback() {
        answering(true);
        driver.on("slow", c -> Mono.never()).on("cancel", c -> Mono.empty());
        Disposable caller = engine.transaction(
                        c -> write(c).then(c.execute(sql("slow"))).doOnCancel(JvmErrorsTest::thrown))
                .subscribe();
        StepVerifier.create(Mono.fromSupplier(() -> driver.journal().contains("1: slow"))
                        .filter(there -> there)
                        .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(5))))
                .expectNext(true)
                .expectComplete()
                .verify(SOON);
        caller.dispose();
        StepVerifier.create(engine.pendingCleanup()).expectComplete().verify(SOON);
        assertThat(outcomes).containsExactly(Outcome.ROLLED_BACK);
    }

    private void answering(boolean isAsynchronous) {
        driver.forgetAll();
        driver.on(
                "fail",
                c -> answered(Mono.error(new R2dbcDataIntegrityViolationException("no", "23505")), isAsynchronous));
        driver.on("", c -> answered(Mono.just(1L), isAsynchronous));
    }

    private static Mono<Long> answered(Mono<Long> answer, boolean isAsynchronous) {
        return isAsynchronous ? answer.subscribeOn(Schedulers.parallel()) : answer;
    }

    private static void failsWithTheError(Publisher<?> work) {
        StepVerifier.create(Flux.from(work).then())
                .expectErrorSatisfies(e -> assertThat(e instanceof FatalErrorException ? e.getCause() : e)
                        .isSameAs(ERROR))
                .verify(SOON);
    }

    private static Mono<Long> write(AsyncConnection connection) {
        return connection.execute(sql("write"));
    }

    private static Mono<Long> failing(AsyncConnection connection) {
        return connection.execute(sql("fail"));
    }

    private static <T> T thrown() {
        throw ERROR;
    }
}
