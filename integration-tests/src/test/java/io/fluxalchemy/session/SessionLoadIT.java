package io.fluxalchemy.session;

import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.session.library.Book_.BOOK;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.OuterSessionInUseException;
import io.fluxalchemy.error.StreamOpenException;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many entities, many sessions, and operations where a connection is busy. */
class SessionLoadIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static LibraryDatabase library;

    @BeforeAll
    static void start() {
        library = new LibraryDatabase(DATABASE, 10).create();
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    @BeforeEach
    void clear() {
        library.clear();
    }

    @Test
    void aGraphOfTenThousandIsFlushedInFewStatements() {
        List<Author> authors = IntStream.range(0, 1_000)
                .mapToObj(i -> new Author(
                        "author " + i,
                        IntStream.range(0, 9).mapToObj(n -> "book " + n).toArray(String[]::new)))
                .toList();
        library.await(library.sessions.transaction(s -> {
            s.addAll(authors);
            return s.flush();
        }));
        assertThat(library.statements().size()).isLessThanOrEqualTo(12);
        assertThat(authors)
                .allSatisfy(author ->
                        assertThat(author.getBooks()).extracting(Book::getId).doesNotContainNull());
        assertThat(library.await(library.engine.one(select(count(BOOK.id))))).isEqualTo(9_000);
        library.forget();

        library.await(library.sessions.transaction(s -> s.all(select(AUTHOR).options(selectin(AUTHOR.books)))
                .doOnNext(all -> all.forEach(author -> author.getBooks().forEach(book -> book.setPages(100))))));
        assertThat(library.statements().size()).isLessThanOrEqualTo(12);
        assertThat(library.await(library.engine.one(select(count(BOOK.id)).where(BOOK.pages.eq(100)))))
                .isEqualTo(9_000);
    }

    @Test
    void aThousandSessionsShareAPoolOfTen() {
        library.await(library.sessions.transaction(s -> s.persist(new Author("one", "a", "b"))));
        List<Integer> sizes = library.await(Flux.range(0, 1_000)
                .flatMap(
                        i -> i % 10 == 0
                                ? library.sessions.transaction(s ->
                                        s.persist(new Author("author " + i)).thenReturn(2))
                                : library.sessions.read(s -> s.first(select(AUTHOR)
                                                .where(AUTHOR.name.eq("one"))
                                                .options(selectin(AUTHOR.books)))
                                        .map(author -> author.getBooks().size())),
                        1_000));
        assertThat(sizes).hasSize(1_000).containsOnly(2);
        assertThat(library.engine.pool().acquired()).isZero();
        assertThat(library.await(library.engine.one(select(count(AUTHOR.id))))).isEqualTo(101);
    }

    @Test
    void anOperationInsideAnOpenStreamFailsAndInsideAWindowedOneEnters() {
        library.await(library.sessions.transactionMany(s ->
                s.insertAll(Flux.range(0, 1_200).map(i -> new Author("author " + i, "a")))));
        assertThatThrownBy(() -> library.await(library.sessions.readMany(
                        s -> s.stream(select(AUTHOR)).concatMap(author -> s.count(select(BOOK))))))
                .isInstanceOf(StreamOpenException.class);
        List<Long> counts = library.await(library.sessions.readMany(s -> s.stream(
                        select(AUTHOR).options(selectin(AUTHOR.books)).orderBy(AUTHOR.id.asc()))
                .concatMap(author -> s.count(select(BOOK).where(BOOK.authorId.eq(author.getId()))))));
        assertThat(counts).hasSize(1_200).containsOnly(1L);
        assertThat(library.engine.pool().acquired()).isZero();
    }

    @Test
    void theOuterSessionIsRefusedInsideASavepoint() {
        assertThatThrownBy(() -> library.await(
                        library.sessions.transaction(s -> s.nested(n -> s.persist(new Author("wrong handle"))))))
                .isInstanceOf(OuterSessionInUseException.class);
        assertThat(library.await(library.engine.one(select(count(AUTHOR.id))))).isZero();
    }

    @Test
    void aBodyThatFailsWhenItIsMadeRollsBack() {
        assertThatThrownBy(() -> library.await(library.sessions.transaction(s -> {
                    s.add(new Author("x"));
                    throw new IllegalStateException("assembly");
                })))
                .hasMessage("assembly");
        assertThat(library.await(library.engine.one(select(count(AUTHOR.id))))).isZero();
        assertThat(library.engine.pool().acquired()).isZero();
    }

    @Test
    void aThousandLoadsSubscribedTogetherDoNotOverrunTheTurn() {
        library.await(library.sessions.transactionMany(s ->
                s.insertAll(Flux.range(0, 1_000).map(i -> new Author("author " + i, "a")))));
        library.forget();
        Long books = library.await(library.sessions.read(s -> s.all(select(AUTHOR))
                .flatMap(all -> Flux.fromIterable(all)
                        .flatMap(author -> s.load(author, AUTHOR.books))
                        .map(List::size)
                        .reduce(0L, Long::sum))));
        assertThat(books).isEqualTo(1_000);
        assertThat(library.statements()).hasSize(2);
    }

    @Test
    void aMonoOfASessionMayBeSubscribedAgain() {
        Mono<Author> register = library.sessions.transaction(s -> s.persist(new Author("again")));
        library.await(register);
        library.await(register);
        assertThat(library.await(library.engine.one(select(count(AUTHOR.id))))).isEqualTo(2);
    }
}
