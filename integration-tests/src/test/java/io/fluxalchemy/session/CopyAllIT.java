package io.fluxalchemy.session;

import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.session.library.Book_.BOOK;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.mapping.flush.RowNotInsertedException;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Objects loaded in bulk: each has the id of its row, whatever their order and their text. */
class CopyAllIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static LibraryDatabase library;

    @BeforeAll
    static void open() {
        library = new LibraryDatabase(DATABASE, 1).create();
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @BeforeEach
    void clear() {
        library.clear();
    }

    private static List<Author> authors(int size) {
        List<Author> authors = new ArrayList<>(IntStream.range(0, size)
                .mapToObj(i -> new Author("author " + i, "title of " + i))
                .toList());
        Collections.shuffle(authors, new Random(7));
        return authors;
    }

    private static long load(List<Author> authors) {
        return library.await(library.sessions.transaction(
                s -> s.copyAll(Flux.fromIterable(authors)).count()));
    }

    @Test
    void objectsHaveTheIdsOfTheirRowsAndSoHaveTheirMembers() {
        List<Author> authors = authors(12_000);

        assertThat(load(authors)).isEqualTo(12_000);

        // in windows of 10,000, each drawing ids and loading rows of two tables
        assertThat(library.statements()).hasSize(2 * 4);
        assertThat(library.stored()).isEqualTo(12_000);
        authors.sort((a, b) -> Long.compare(a.getId(), b.getId()));
        assertThat(library.await(library.engine.all(select(AUTHOR.name).orderBy(AUTHOR.id.asc()))))
                .isEqualTo(authors.stream().map(Author::getName).toList());
        Author one = authors.get(4_711);
        Book book = one.getBooks().get(0);
        assertThat(library.await(library.engine.one(
                        select(BOOK.title).where(BOOK.id.eq(book.getId()), BOOK.authorId.eq(one.getId())))))
                .isEqualTo(book.getTitle());
    }

    @Test
    void textComesBackAsItWas() {
        List<String> names = List.of(
                "\\", "\\N", "\\.", "a\tb", "a\nb", "a\rb", "\r\n", "", " ", "😀", "'\"", "{\"a\":1}", "\u2028");

        load(names.stream().map(name -> new Author(name)).toList());

        assertThat(library.await(library.engine.all(select(AUTHOR.name).orderBy(AUTHOR.id.asc()))))
                .isEqualTo(names);
    }

    @Test
    void aRowTheDatabaseRefusesLeavesNothingAndTheConnectionIsUsedOn() {
        library.run("create unique index one_name on author (name)");
        try {
            assertThatThrownBy(() -> load(List.of(new Author("a"), new Author("b"), new Author("a"))))
                    .isInstanceOfSatisfying(
                            DatabaseException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNIQUE_VIOLATION));
        } finally {
            library.run("drop index one_name");
        }
        assertThat(library.stored()).isZero();
        assertThat(load(authors(3))).isEqualTo(3);
    }

    @Test
    void aRowThatATriggerDropsIsAnError() {
        library.run(
                "create or replace function no_b() returns trigger language plpgsql as"
                        + " $$begin if new.name = 'b' then return null; end if; return new; end$$",
                "create trigger no_b before insert on author for each row execute function no_b()");
        try {
            assertThatThrownBy(() -> load(List.of(new Author("a"), new Author("b"))))
                    .isInstanceOf(RowNotInsertedException.class)
                    .hasMessageContaining("author");
        } finally {
            library.run("drop trigger no_b on author");
        }
        assertThat(library.stored()).isZero();
    }

    @Test
    void aLoadThatIsCancelledWhileItWaitsLeavesNothingAndThePoolOfOneIsUsedOn() {
        try (LibraryDatabase other = new LibraryDatabase(DATABASE, 1)) {
            other.await(other.engine.transaction(blocker -> blocker.execute(
                            sql("lock table author in access exclusive mode"))
                    .then(library.sessions
                            .transactionMany(s -> s.copyAll(Flux.fromIterable(authors(2_000))))
                            .then()
                            .timeout(Duration.ofMillis(300)))
                    .onErrorResume(TimeoutException.class, e -> Mono.empty())
                    .thenReturn(1)));
        }
        assertThat(library.stored()).isZero();
        assertThat(load(authors(3))).isEqualTo(3);
    }

    @Test
    void nothingIsLoadedOutsideATransactionThatMayWriteNorWhereTheDatabaseCannot() {
        assertThatThrownBy(() -> library.await(library.sessions
                        .readMany(s -> s.copyAll(Flux.fromIterable(authors(1))))
                        .then()))
                .hasMessageContaining("copyAll");
        try (TestDatabase h2 = TestDatabase.h2();
                LibraryDatabase without = new LibraryDatabase(h2, 1).create()) {
            assertThatThrownBy(() -> without.await(without.sessions
                            .transactionMany(s -> s.copyAll(Flux.fromIterable(authors(1))))
                            .then()))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("h2 has no bulk load");
        }
    }
}
