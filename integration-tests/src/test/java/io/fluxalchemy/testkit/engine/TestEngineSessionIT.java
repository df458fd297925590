package io.fluxalchemy.testkit.engine;

import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.mapping.session.CoalescedFinds;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Biography;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.session.library.Employee;
import io.fluxalchemy.session.library.Tag;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Sessions over a test engine: what a unit of work stored is seen by the next one of the same test, and by no other test. */
class TestEngineSessionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final TestEngine ENGINE = TestEngine.postgresql();

    private static final AsyncSessionFactory SESSIONS =
            AsyncSessionFactory.of(ENGINE, Author.class, Book.class, Tag.class, Biography.class, Employee.class);

    @BeforeAll
    static void createTables() {
        SESSIONS.createAll().block(PATIENCE);
    }

    @RepeatedTest(2)
    void aGraphIsStoredAndReadInTwoStatementsAndGoneAfterTheTest(Statements statements) {
        StepVerifier.create(SESSIONS.transaction(s -> s.persist(new Author("Le Guin", "The Dispossessed", "Tehanu"))))
                .expectNextCount(1)
                .expectComplete()
                .verify(PATIENCE);
        statements.reset();
        StepVerifier.create(authors())
                .assertNext(all -> {
                    assertThat(all).hasSize(1);
                    assertThat(all.get(0).getBooks()).hasSize(2);
                })
                .expectComplete()
                .verify(PATIENCE);
        statements.assertCount(2);
    }

    @Test
    void findsThatShareStatementsSeeWhatTheTestWrote() {
        CoalescedFinds<Author, Long> finds = SESSIONS.coalescedFinds(AUTHOR);
        StepVerifier.create(SESSIONS.transaction(s -> s.persist(new Author("Le Guin")))
                        .map(Author::getId)
                        .flatMapMany(id -> Flux.merge(finds.get(id), finds.get(id), finds.get(id))
                                .concatWith(SESSIONS.transaction(s -> finds.get(id))))
                        .map(Author::getName))
                .expectNext("Le Guin", "Le Guin", "Le Guin", "Le Guin")
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aUnitOfWorkThatFailsLeavesWhatTheTestDidBefore() {
        StepVerifier.create(SESSIONS.transaction(s -> s.persist(new Author("kept")))
                        .then(SESSIONS.transaction(s ->
                                s.persist(new Author("undone")).then(Mono.error(new IllegalStateException("no"))))))
                .expectErrorMessage("no")
                .verify(PATIENCE);
        StepVerifier.create(
                        authors().map(all -> all.stream().map(Author::getName).toList()))
                .expectNext(List.of("kept"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void scopesInsideEachOtherJoinAndAreIndependentWhereTheySaySo() {
        StepVerifier.create(SESSIONS.transaction(outer -> outer.persist(new Author("outer"))
                        .then(SESSIONS.transaction(joined -> joined.persist(new Author("joined"))))
                        .then(SESSIONS.requiresNew(other -> other.persist(new Author("other"))))
                        .then(outer.nested(inner -> inner.persist(new Author("nested"))))))
                .expectNextCount(1)
                .expectComplete()
                .verify(PATIENCE);
        StepVerifier.create(authors().map(List::size))
                .expectNext(4)
                .expectComplete()
                .verify(PATIENCE);
    }

    private static Mono<List<Author>> authors() {
        return SESSIONS.read(
                s -> s.all(select(AUTHOR).options(selectin(AUTHOR.books)).orderBy(AUTHOR.name.asc())));
    }
}
