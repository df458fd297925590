package io.fluxalchemy.session;

import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** What objects hold after an insertAll that was rolled back. */
class InsertAllIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    private static LibraryDatabase library;

    @BeforeAll
    static void open() {
        library = new LibraryDatabase(DATABASE, 2).create();
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @BeforeEach
    void clear() {
        library.clear();
    }

    private static List<Author> authors(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Author("author " + i, "title"))
                .toList();
    }

    private static void assertIdsTakenBack(List<Author> authors) {
        assertThat(authors).allSatisfy(author -> {
            assertThat(author.getId()).isNull();
            assertThat(author.getBooks()).extracting(Book::getId).containsOnlyNulls();
        });
    }

    @Test
    void objectsOfACollectionLoseTheirIdsAgainAndCanBeInsertedAgain() {
        List<Author> authors = authors(1_500);
        assertThatThrownBy(() -> library.await(library.sessions.transactionMany(s -> s.insertAll(authors)
                        .doOnNext(author -> assertThat(author.getId()).isNotNull())
                        .concatWith(Mono.error(new IllegalStateException("no"))))))
                .hasMessage("no");
        assertIdsTakenBack(authors);
        library.await(library.sessions.transactionMany(s -> s.insertAll(authors)));
        assertThat(authors).allSatisfy(author -> assertThat(author.getId()).isNotNull());
        assertThat(library.await(library.engine.one(select(count(AUTHOR.id))))).isEqualTo(1_500);
    }

    @Test
    void aSavepointThatIsRolledBackTakesThemBackAndTheRestStays() {
        List<Author> undone = authors(10);
        Author kept = new Author("kept");
        library.await(library.sessions.transaction(s -> s.insertAll(List.of(kept))
                .then(s.nested(n -> n.insertAll(undone).then(Mono.error(new IllegalStateException("no")))))
                .onErrorResume(e -> Mono.empty())
                .thenReturn(1)));
        assertIdsTakenBack(undone);
        assertThat(kept.getId()).isNotNull();
        assertThat(library.await(library.engine.one(select(count(AUTHOR.id))))).isEqualTo(1);
    }

    @Test
    void objectsOfAStreamAreNotKeptAndKeepTheirIds() {
        List<Author> authors = authors(10);
        assertThatThrownBy(() ->
                        library.await(library.sessions.transactionMany(s -> s.insertAll(Flux.fromIterable(authors))
                                .concatWith(Mono.error(new IllegalStateException("no"))))))
                .hasMessage("no");
        assertThat(authors).allSatisfy(author -> assertThat(author.getId()).isNotNull());
    }
}
