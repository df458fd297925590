package io.fluxalchemy.testkit.engine;

import io.fluxalchemy.compiler.CacheStatistics;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.Page;
import io.fluxalchemy.engine.PoolSnapshot;
import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * An engine on a real server for tests that leave nothing behind: every test runs in one transaction that is rolled back.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestEngine ENGINE = TestEngine.postgresql();
 *
 * @BeforeAll
 * static void createTables() {
 *     ENGINE.createAll(metaData).block();       // outside a test: committed, into a database of this class
 * }
 *
 * @Test
 * void listsAuthorsInOneStatement(Statements statements) {
 *     StepVerifier.create(library.list(ENGINE)).expectNextCount(1).verifyComplete();
 *     statements.assertCount(1);
 * }
 * }</pre>
 *
 * <p>During a test one connection is lent to everything that uses this engine. A transaction of the code under test is a
 * savepoint on it, and so is an independent one, inside the one around it; a statement outside any transaction runs under a
 * savepoint of its own, so that its failure does not end the test's transaction. What runs at the same time takes turns.
 * Read-only, time-out and retry of a transaction of the code under test are applied to its savepoint. Isolation is that of the test's
 * transaction ({@link #isolation}); a transaction that asks for another one is refused. A conflict with another transaction cannot
 * be cured by running a savepoint again: test those on an engine of your own.
 *
 * <p>Session factories over it are strict: a change to an entity of a read scope fails that scope, and operations that were assembled
 * and never subscribed are logged.
 *
 * <p>A transaction of the code under test that ends well runs its {@code beforeCommit} and {@code afterCommit} hooks never: the
 * transaction around it is not committed. {@code streamTentative} holds its values back.
 *
 * <p>Outside a test (set-up of the class) it is an ordinary engine. Databases that commit on DDL (H2, MariaDB) must create
 * their tables there. The database lives as long as the test class.
 */
public final class TestEngine
        implements AsyncEngine, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final TestDatabase database;
    private final Statements statements = new Statements();
    private final @Nullable Isolation isolation;
    private @Nullable AsyncEngine engine;
    private volatile @Nullable OuterTransaction test;

    private TestEngine(TestDatabase database, @Nullable Isolation isolation) {
        this.database = database;
        this.isolation = isolation;
    }

    /**
     * A test engine on the same database whose tests run in transactions of this isolation; say it where the engine is declared.
     *
     * @param level what the code under test asks for
     * @return an engine to use in place of this one
     */
    public TestEngine isolation(Isolation level) {
        return new TestEngine(database, level);
    }

    /**
     * A test engine on PostgreSQL.
     *
     * @return an engine that connects when it is first used
     */
    public static TestEngine postgresql() {
        return on(TestDatabase.postgresql());
    }

    /**
     * A test engine on H2, in memory.
     *
     * @return an engine that connects when it is first used
     */
    public static TestEngine h2() {
        return on(TestDatabase.h2());
    }

    /**
     * A test engine on MariaDB.
     *
     * @return an engine that connects when it is first used
     */
    public static TestEngine mariadb() {
        return on(TestDatabase.mariadb());
    }

    /**
     * A test engine on a given database, which it closes after the test class.
     *
     * @param database where to connect
     * @return an engine that connects when it is first used
     */
    public static TestEngine on(TestDatabase database) {
        return new TestEngine(database, null);
    }

    /**
     * What ran since the current test began; also to be had as a parameter of a test method.
     *
     * @return live: grows while statements run
     */
    public Statements statements() {
        return statements;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        test = OuterTransaction.open(real(), isolation);
        statements.reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        OuterTransaction open = test;
        test = null;
        if (open != null) {
            open.rollBack();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        boolean nestedClass =
                context.getParent().flatMap(ExtensionContext::getTestClass).isPresent();
        if (!nestedClass) {
            close().block();
            database.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Statements.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return statements;
    }

    /** Sessions over this engine report what would be lost in silence. */
    @Override
    public boolean isStrict() {
        return true;
    }

    @Override
    public Dialect dialect() {
        return real().dialect();
    }

    @Override
    public boolean isInScope(ContextView context) {
        return real().isInScope(context);
    }

    @Override
    public <T> Mono<T> transaction(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return scope(engine -> engine.transaction(options, work), test -> test.transaction(options, work));
    }

    @Override
    public <T> Flux<T> transactionMany(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        return scopeMany(
                engine -> engine.transactionMany(options, work),
                test -> test.<List<T>>transaction(
                                options, c -> Flux.from(work.apply(c)).collectList())
                        .flatMapIterable(all -> all));
    }

    @Override
    public <T> Flux<T> streamTentative(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        return scopeMany(
                engine -> engine.streamTentative(options, work),
                test -> test.<List<T>>transaction(
                                options, c -> Flux.from(work.apply(c)).collectList())
                        .flatMapIterable(all -> all));
    }

    @Override
    public Mono<Outcome> outcomeOf(CommitOutcomeUnknownException unknown) {
        return real().outcomeOf(unknown);
    }

    @Override
    public <T> Mono<T> requiresNew(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return scope(engine -> engine.requiresNew(options, work), test -> test.independent(options, work));
    }

    @Override
    public <T> Mono<T> read(TransactionOptions options, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        return scope(engine -> engine.read(options, work), test -> test.read(options, work));
    }

    @Override
    public <T> Flux<T> readMany(
            TransactionOptions options, Function<? super AsyncConnection, ? extends Publisher<T>> work) {
        return scopeMany(engine -> engine.readMany(options, work), test -> test.readMany(options, work));
    }

    @Override
    public <R> Mono<List<R>> all(Query<R> query) {
        return statement(executor -> executor.all(query));
    }

    @Override
    public <R> Mono<R> one(Query<R> query) {
        return statement(executor -> executor.one(query));
    }

    @Override
    public <R> Mono<R> oneOrEmpty(Query<R> query) {
        return statement(executor -> executor.oneOrEmpty(query));
    }

    @Override
    public <R> Mono<R> first(Query<R> query) {
        return statement(executor -> executor.first(query));
    }

    @Override
    public <R> Flux<R> stream(Query<R> query) {
        return scopeMany(engine -> engine.stream(query), test -> test.stream(query));
    }

    @Override
    public Mono<Long> execute(Command command) {
        return statement(executor -> executor.execute(command));
    }

    @Override
    public Mono<Long> count(Select<?> query) {
        return statement(executor -> executor.count(query));
    }

    @Override
    public Mono<Boolean> exists(Select<?> query) {
        return statement(executor -> executor.exists(query));
    }

    @Override
    public <R> Mono<Page<R>> page(Select<R> query) {
        return statement(executor -> executor.page(query));
    }

    /** Connections of their own, outside the test's transaction: what they write stays, and they do not see what the test wrote. */
    @Override
    public ConnectionFactory connectionFactory() {
        return real().connectionFactory();
    }

    @Override
    public CacheStatistics compiledStatements() {
        return real().compiledStatements();
    }

    @Override
    public PoolSnapshot pool() {
        return real().pool();
    }

    @Override
    public Mono<Void> pendingCleanup() {
        return real().pendingCleanup();
    }

    /** Closes the engine before its time; the test class does so at its end. */
    @Override
    public Mono<Void> close(Duration grace) {
        return Mono.defer(() -> {
            AsyncEngine running = take();
            return running == null ? Mono.empty() : running.close(grace);
        });
    }

    private <T> Mono<T> statement(Function<SqlExecutor, Mono<T>> verb) {
        return scope(verb::apply, test -> test.statement(verb));
    }

    private <T> Mono<T> scope(Function<AsyncEngine, Mono<T>> outsideTests, Function<OuterTransaction, Mono<T>> inTest) {
        return Mono.defer(() -> {
            OuterTransaction open = test;
            return open == null ? outsideTests.apply(real()) : inTest.apply(open);
        });
    }

    private <T> Flux<T> scopeMany(
            Function<AsyncEngine, Flux<T>> outsideTests, Function<OuterTransaction, Flux<T>> inTest) {
        return Flux.defer(() -> {
            OuterTransaction open = test;
            return open == null ? outsideTests.apply(real()) : inTest.apply(open);
        });
    }

    private synchronized AsyncEngine real() {
        AsyncEngine running = engine;
        if (running == null) {
            running = AsyncEngine.builder()
                    .url(database.url())
                    .listener(statements)
                    .build();
            engine = running;
        }
        return running;
    }

    private synchronized @Nullable AsyncEngine take() {
        AsyncEngine running = engine;
        engine = null;
        return running;
    }
}
