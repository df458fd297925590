package io.fluxalchemy.faults.known;

import static io.fluxalchemy.session.library.Tag_.TAG;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.FatalErrorException;
import io.fluxalchemy.mapping.session.AsyncSession;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Biography;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.session.library.Employee;
import io.fluxalchemy.session.library.Tag;
import io.fluxalchemy.sql.SqlText;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Row A13 of the known faults, for operators behind statements. The core's {@code JvmErrorsTest} has more of them. */
class JvmErrorsIT extends Scene {

    @Test
    void A13_anErrorBehindAStatementRollsBackAndReachesTheCaller() {
        Error error = new NoClassDefFoundError("thrown");
        AsyncEngine engine = engine(1);
        for (Function<AsyncConnection, Publisher<?>> body : List.<Function<AsyncConnection, Publisher<?>>>of(
                c -> c.one(numbers(1)).map(n -> thrown(error)),
                c -> c.one(numbers(1)).flatMap(n -> thrown(error)),
                c -> c.all(numbers(3)).flatMapIterable(list -> list).doOnNext(n -> thrown(error)),
                c -> c.stream(numbers(3)).map(n -> n == 2 ? thrown(error) : n),
                c -> c.stream(numbers(5_000)).filter(n -> n == 3_000).concatMap(n -> thrown(error)),
                c -> c.windows(numbers(9), 2).flatMap(window -> thrown(error)),
                c -> c.stream(numbers(5_000)).next().flatMap(n -> thrown(error)),
                c -> Mono.zip(c.one(numbers(1)), c.one(numbers(1)).flatMap(n -> thrown(error))),
                c -> c.nested(n ->
                        n.stream(numbers(3)).concatMap(row -> thrown(error)).then()),
                c -> c.execute(sql("insert into t (id) values (1)")).onErrorResume(e -> thrown(error)))) {
            Function<AsyncConnection, Flux<?>> writing = c ->
                    Flux.from(c.execute(sql("insert into t (id) values (1)"))).thenMany(body.apply(c));
            for (Publisher<?> scope : List.of(
                    engine.transaction(c -> writing.apply(c).then()),
                    engine.transactionMany(writing::apply),
                    engine.streamTentative(writing::apply))) {
                fails(scope, error);
                run(engine.pendingCleanup());
                assertThat(engine.pool().acquired()).isZero();
            }
        }
        isQuiet(engine);
        assertThat(number(witness, "select count(*)::int as n from t")).isZero();
    }

    @Test
    void A13_anErrorBehindAReadReachesTheCaller() {
        Error error = new StackOverflowError("thrown");
        AsyncEngine engine = engine(1);
        for (Publisher<?> scope : List.of(
                engine.read(c -> c.one(numbers(1)).flatMap(n -> thrown(error))),
                engine.readMany(c -> c.stream(numbers(3)).concatMap(n -> thrown(error))),
                engine.readMany(c -> c.stream(numbers(3))).map(n -> thrown(error)),
                engine.stream(numbers(3)).doOnNext(n -> thrown(error)),
                engine.one(numbers(1)).map(n -> thrown(error)))) {
            fails(scope, error);
        }
        isQuiet(engine);
    }

    @Test
    void A13_anErrorInASessionRollsItBackAndReachesTheCaller() {
        Error error = new OutOfMemoryError("thrown");
        AsyncEngine engine = engine(1);
        AsyncSessionFactory sessions =
                AsyncSessionFactory.of(engine, Author.class, Book.class, Tag.class, Biography.class, Employee.class);
        run(sessions.createAll());
        try {
            for (Function<AsyncSession, Mono<?>> body : List.<Function<AsyncSession, Mono<?>>>of(
                    s -> s.persist(new Tag("a")).flatMap(tag -> thrown(error)),
                    s -> s.persist(new Tag("a")).then(s.get(TAG, "a")).map(tag -> thrown(error)),
                    s -> s.persist(new Tag("a")).then(s.flush()).then(Mono.fromCallable(() -> thrown(error))),
                    s -> s.nested(n -> n.persist(new Tag("a")).then(n.flush()).then(Mono.defer(() -> thrown(error)))),
                    s -> s.persist(new Tag("a"))
                            .thenMany(s.stream(select(TAG)))
                            .concatMap(tag -> thrown(error))
                            .then())) {
                fails(sessions.transaction(s -> body.apply(s).then()), error);
                fails(sessions.transactionMany(s -> body.apply(s)), error);
            }
            isQuiet(engine);
            assertThat(engine.one(select(count(TAG.code))).block(SOON)).isZero();
        } finally {
            run(sessions.dropAll());
        }
    }

    private static void fails(Publisher<?> work, Error error) {
        StepVerifier.create(Flux.from(work).then())
                .expectErrorSatisfies(e -> assertThat(e instanceof FatalErrorException ? e.getCause() : e)
                        .isSameAs(error))
                .verify(SOON);
    }

    private static SqlText.Typed<Integer> numbers(int rows) {
        return sql("select g as n from generate_series(1, :rows) g")
                .bind("rows", rows)
                .map(row -> row.get("n", Integer.class));
    }

    private static <T> T thrown(Error error) {
        throw error;
    }
}
