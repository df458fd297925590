package io.fluxalchemy.session;

import static io.fluxalchemy.mapping.load.Load.joined;
import static io.fluxalchemy.mapping.load.Load.raise;
import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.session.library.Book_.BOOK;
import static io.fluxalchemy.session.library.Employee_.EMPLOYEE;
import static io.fluxalchemy.session.library.Tag_.TAG;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.SessionClosedException;
import io.fluxalchemy.error.WriteRefusedException;
import io.fluxalchemy.mapping.model.UnloadedException;
import io.fluxalchemy.mapping.session.AsyncSession;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.session.library.Employee;
import io.fluxalchemy.session.library.Tag;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What sessions read, and how few statements it takes. */
class SessionReadIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static LibraryDatabase library;

    @BeforeAll
    static void start() {
        library = new LibraryDatabase(DATABASE, 4).create();
        library.run(
                "insert into author (name, version) select 'author ' || lpad(n::text, 4, '0'), 0 from generate_series(1, 3000) n",
                "insert into book (title, author_id) select 'book ' || n, id from author, generate_series(1, 3) n",
                "insert into tag values ('sf'), ('new')",
                "insert into book_tag select id, 'sf' from book where author_id <= 100",
                "insert into book_tag select id, 'new' from book where author_id <= 50",
                "insert into biography select gen_random_uuid(), 'life of ' || name, id from author where id <= 10",
                "insert into employee (name, boss_id) values ('ada', null), ('bob', 1), ('cyd', 1), ('dan', 2)");
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    @BeforeEach
    void forget() {
        library.forget();
    }

    @Test
    void aHundredAuthorsWithTheirBooksTakeTwoStatementsAndThreeWithTags() {
        List<Author> authors = library.await(library.sessions.read(s -> s.all(select(AUTHOR)
                .options(selectin(AUTHOR.books))
                .orderBy(AUTHOR.id.asc())
                .limit(100))));
        assertThat(authors)
                .hasSize(100)
                .allSatisfy(author -> assertThat(author.getBooks())
                        .extracting(Book::getTitle)
                        .containsExactly("book 1", "book 2", "book 3"));
        assertThat(library.statements()).hasSize(2);
        library.forget();

        List<Author> tagged = library.await(library.sessions.read(s -> s.all(select(AUTHOR)
                .options(selectin(AUTHOR.books).then(selectin(BOOK.tags)))
                .orderBy(AUTHOR.id.asc())
                .limit(100))));
        assertThat(tagged.get(0).getBooks().get(0).getTags())
                .extracting(Tag::getCode)
                .containsExactly("new", "sf");
        assertThat(tagged.get(99).getBooks().get(2).getTags())
                .extracting(Tag::getCode)
                .containsExactly("sf");
        assertThat(library.statements()).hasSize(3);
    }

    @Test
    void threeThousandOwnersAreOneSelectin() {
        List<Author> authors =
                library.await(library.sessions.read(s -> s.all(select(AUTHOR).options(selectin(AUTHOR.books)))));
        assertThat(authors)
                .hasSize(3_000)
                .allSatisfy(author -> assertThat(author.getBooks()).hasSize(3));
        assertThat(library.statements()).hasSize(2);
    }

    @Test
    void aLoopOverLoadIsOneStatement() {
        List<Integer> sizes = library.await(library.sessions.read(s -> s.all(
                        select(AUTHOR).orderBy(AUTHOR.id.asc()).limit(300))
                .flatMap(authors -> Flux.fromIterable(authors)
                        .concatMap(author -> s.load(author, AUTHOR.books))
                        .map(List::size)
                        .collectList())));
        assertThat(sizes).hasSize(300).containsOnly(3);
        assertThat(library.statements()).hasSize(2);
    }

    @Test
    void loadsSubscribedTogetherAreOneStatementToo() {
        List<String> names = library.await(library.sessions.read(s -> s.all(
                        select(BOOK).orderBy(BOOK.id.asc()).limit(200))
                .flatMap(books -> Flux.fromIterable(books)
                        .flatMapSequential(book -> s.load(book, BOOK.author))
                        .map(Author::getName)
                        .collectList())));
        assertThat(names).hasSize(200).startsWith("author 0001", "author 0002");
        assertThat(library.statements()).hasSize(2);
    }

    @Test
    void tenGetsAtOnceJustWork() {
        List<Mono<Author>> gets = new java.util.ArrayList<>();
        String names = library.await(library.sessions.read(s -> {
            IntStream.rangeClosed(1, 10).forEach(i -> gets.add(s.get(AUTHOR, (long) i)));
            return Mono.zip(gets, found -> found.length + " " + ((Author) found[9]).getName());
        }));
        assertThat(names).isEqualTo("10 author 0010");
    }

    @Test
    void aRowIsOneObjectAndIsNotReadTwiceById() {
        library.await(library.sessions.read(s -> s.get(AUTHOR, 5L)
                .flatMap(first -> s.get(AUTHOR, 5L)
                        .zipWith(s.one(select(AUTHOR).where(AUTHOR.id.eq(5L))))
                        .doOnNext(both -> {
                            assertThat(both.getT1()).isSameAs(first);
                            assertThat(both.getT2()).isSameAs(first);
                        }))));
        assertThat(library.statements()).hasSize(2);
    }

    @Test
    void getAllKeepsTheOrderAndReadsOnlyWhatIsMissing() {
        List<Author> found = library.await(library.sessions.read(
                s -> s.get(AUTHOR, 2L).then(s.getAll(AUTHOR, List.of(9L, 2L, 999_999L, 4L, 9L)))));
        assertThat(found).extracting(Author::getId).containsExactly(9L, 2L, 4L, 9L);
        assertThat(library.statements()).hasSize(2);
    }

    @Test
    void getTakesALoad() {
        Author author = library.await(library.sessions.read(s -> s.get(AUTHOR, 1L, selectin(AUTHOR.books))));
        assertThat(author.getBooks()).hasSize(3);
        assertThat(library.statements()).hasSize(2);
    }

    @Test
    void whatWasNotLoadedRaisesAndNamesTheFix() {
        Book book = library.await(library.sessions.read(s -> s.get(BOOK, 1L)));
        assertThat(book.getAuthor().getId()).isEqualTo(1L);
        assertThatThrownBy(() -> book.getAuthor().getName())
                .isInstanceOf(UnloadedException.class)
                .hasMessageContaining("Author 1 is not loaded, only its id is known: getName()");
        assertThatThrownBy(() -> book.getTags().size())
                .isInstanceOf(UnloadedException.class)
                .hasMessage(
                        "Book.tags is not loaded. Load it with the query, .options(selectin(BOOK.tags)), or afterwards,"
                                + " session.load(book, BOOK.tags)");
        Author author = library.await(library.sessions.read(s -> s.get(AUTHOR, 1L)));
        assertThatThrownBy(() -> author.getBiography().getId())
                .isInstanceOf(UnloadedException.class)
                .hasMessageContaining("Biography is not loaded, and whether there is one is not known");
        Book forbidden =
                library.await(library.sessions.read(s -> s.first(select(BOOK).options(raise(BOOK.tags)))));
        assertThatThrownBy(() -> forbidden.getTags().size())
                .isInstanceOf(UnloadedException.class)
                .hasMessageContaining("its query said raise(BOOK.tags)");
    }

    @Test
    void theInverseOfAOneToOneIsLoadedOrNull() {
        List<Author> authors = library.await(library.sessions.read(s -> s.all(select(AUTHOR)
                .where(AUTHOR.id.between(10L, 11L))
                .options(selectin(AUTHOR.biography))
                .orderBy(AUTHOR.id.asc()))));
        assertThat(authors.get(0).getBiography().getText()).isEqualTo("life of author 0010");
        assertThat(authors.get(0).getBiography().getAuthor()).isSameAs(authors.get(0));
        assertThat(authors.get(1).getBiography()).isNull();
    }

    @Test
    void manyToManyIsReadFromBothSidesInTheMappedOrder() {
        Tag tag = library.await(library.sessions.read(s -> s.one(select(TAG)
                .where(TAG.code.eq("new"))
                .options(selectin(TAG.books).then(selectin(BOOK.author))))));
        assertThat(tag.getBooks())
                .hasSize(150)
                .extracting(Book::getTitle)
                .startsWith("book 3")
                .endsWith("book 1");
        assertThat(tag.getBooks().get(0).getAuthor().getName()).startsWith("author");
        assertThat(library.statements()).hasSize(3);
    }

    @Test
    void aTreeInOneTable() {
        Employee ada = library.await(library.sessions.read(s -> s.one(select(EMPLOYEE)
                .where(EMPLOYEE.boss.isNull())
                .options(selectin(EMPLOYEE.reports).then(selectin(EMPLOYEE.reports))))));
        assertThat(ada.getReports()).extracting(Employee::getName).containsExactly("bob", "cyd");
        assertThat(ada.getReports().get(0).getReports())
                .extracting(Employee::getName)
                .containsExactly("dan");
        assertThat(ada.getReports().get(0).getBoss()).isSameAs(ada);
        assertThat(library.statements()).hasSize(3);
    }

    @Test
    void joinedIsOneStatementAndOwnersStayUnique() {
        List<Author> authors = library.await(library.sessions.read(s -> s.all(select(AUTHOR)
                .where(AUTHOR.id.le(20L))
                .orderBy(AUTHOR.name.desc())
                .options(joined(AUTHOR.books).then(joined(BOOK.tags)), joined(AUTHOR.biography)))));
        assertThat(authors).hasSize(20).extracting(Author::getName).startsWith("author 0020", "author 0019");
        assertThat(authors).allSatisfy(author -> assertThat(author.getBooks()).hasSize(3));
        assertThat(authors.get(19).getBooks().get(0).getTags()).hasSize(2);
        assertThat(authors.get(19).getBiography().getText()).isEqualTo("life of author 0001");
        assertThat(authors.get(0).getBiography()).isNull();
        assertThat(library.statements()).hasSize(1);
    }

    @Test
    void aLimitCountsAuthorsAlsoWhereTheirBooksWereToBeJoined() {
        List<Author> authors = library.await(library.sessions.read(
                s -> s.all(select(AUTHOR).orderBy(AUTHOR.id.asc()).limit(5).options(joined(AUTHOR.books)))));
        assertThat(authors)
                .hasSize(5)
                .allSatisfy(author -> assertThat(author.getBooks()).hasSize(3));
        assertThat(library.statements()).hasSize(2);
    }

    @Test
    void criteriaChooseMembersPerOwner() {
        List<Author> authors = library.await(library.sessions.read(s -> s.all(select(AUTHOR)
                .where(AUTHOR.id.le(4L))
                .options(selectin(AUTHOR.books)
                        .where(BOOK.title.ne("book 2"))
                        .orderBy(BOOK.title.desc())
                        .limit(1)
                        .then(selectin(BOOK.tags))))));
        assertThat(authors)
                .hasSize(4)
                .allSatisfy(author ->
                        assertThat(author.getBooks()).extracting(Book::getTitle).containsExactly("book 3"));
        assertThat(authors.get(0).getBooks().get(0).getTags()).hasSize(2);
        assertThat(library.statements()).hasSize(3);
    }

    @Test
    void aStreamWithRelationsReadsWindowByWindow() {
        List<Author> authors = library.await(library.sessions.readMany(
                s -> s.stream(select(AUTHOR).options(selectin(AUTHOR.books)).orderBy(AUTHOR.id.asc()))));
        assertThat(authors)
                .hasSize(3_000)
                .allSatisfy(author -> assertThat(author.getBooks()).hasSize(3));
        assertThat(library.statements().stream().filter(sql -> sql.contains("from book") || sql.contains("\"book\"")))
                .hasSize(3);
    }

    @Test
    void aStreamMayBeCutShort() {
        List<Author> authors = library.await(library.sessions.readMany(
                s -> s.stream(select(AUTHOR).options(selectin(AUTHOR.books)).orderBy(AUTHOR.id.asc()))
                        .take(3)));
        assertThat(authors)
                .hasSize(3)
                .allSatisfy(author -> assertThat(author.getBooks()).hasSize(3));
        assertThat(library.engine
                        .pendingCleanup()
                        .then(Mono.fromSupplier(() -> library.engine.pool().acquired()))
                        .block())
                .isZero();
    }

    @Test
    void textSqlBecomesEntitiesWithTheirRelations() {
        List<Author> authors =
                library.await(library.sessions.read(s -> s.all(sql("select * from author where name = :name")
                        .bind("name", "author 0007")
                        .as(AUTHOR)
                        .options(selectin(AUTHOR.books)))));
        assertThat(authors).hasSize(1);
        assertThat(authors.get(0).getBooks()).hasSize(3);
    }

    @Test
    void pagesHaveTheirRelations() {
        var page = library.await(library.sessions.read(s -> s.page(select(AUTHOR)
                .orderBy(AUTHOR.name.asc(), AUTHOR.id.asc())
                .limit(20)
                .options(selectin(AUTHOR.books)))));
        assertThat(page.items())
                .hasSize(20)
                .allSatisfy(author -> assertThat(author.getBooks()).hasSize(3));
        assertThat(page.next()).isPresent();
    }

    @Test
    void codeCalledInAScopeFindsItsSession() {
        Mono<Author> repository = Mono.defer(() -> library.sessions.read(s -> s.get(AUTHOR, 3L)));
        library.await(library.sessions.read(s -> s.get(AUTHOR, 3L)
                .flatMap(own -> repository.doOnNext(found -> assertThat(found).isSameAs(own)))));
        assertThat(library.statements()).hasSize(1);
    }

    @Test
    void afterItsScopeASessionIsOfNoUse() {
        AtomicReference<AsyncSession> kept = new AtomicReference<>();
        library.await(library.sessions.read(s -> {
            kept.set(s);
            return s.get(AUTHOR, 1L);
        }));
        assertThatThrownBy(() -> kept.get().get(AUTHOR, 1L).block())
                .isInstanceOf(SessionClosedException.class)
                .hasMessageContaining("has ended");
        assertThatThrownBy(() -> kept.get().contains(new Author("x"))).isInstanceOf(SessionClosedException.class);
    }

    @Test
    void aReadOnlySessionRefusesToWrite() {
        assertThatThrownBy(() -> library.await(library.sessions.read(s -> s.persist(new Author("x")))))
                .isInstanceOf(WriteRefusedException.class)
                .hasMessageContaining("session.add(…) in a read-only scope: use sessions.transaction(…)");
        assertThatThrownBy(() -> library.await(
                        library.sessions.read(s -> library.sessions.transaction(inner -> inner.get(AUTHOR, 1L)))))
                .isInstanceOf(WriteRefusedException.class)
                .hasMessageContaining("sessions.transaction(…) inside a read-only scope");
    }

    @Test
    void anEntityThatIsNotOfThisSessionCannotBeLoaded() {
        Author detached = library.await(library.sessions.read(s -> s.get(AUTHOR, 1L)));
        assertThatThrownBy(() -> library.await(library.sessions.read(s -> s.load(detached, AUTHOR.books))))
                .isInstanceOf(io.fluxalchemy.error.MappingException.class)
                .hasMessageContaining("session.load(…): this Author is not in this session: read it in this session");
    }
}
