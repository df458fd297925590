package io.fluxalchemy.session;

import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.session.library.Biography_.BIOGRAPHY;
import static io.fluxalchemy.session.library.Book_.BOOK;
import static io.fluxalchemy.session.library.Employee_.EMPLOYEE;
import static io.fluxalchemy.session.library.Tag_.TAG;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.error.NoRowException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.mapping.state.PartialCollectionException;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Biography;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.session.library.Employee;
import io.fluxalchemy.session.library.Tag;
import io.fluxalchemy.testkit.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Units of work: what is written, and when. */
class SessionWriteIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static LibraryDatabase library;
    private static AsyncSessionFactory sessions;

    @BeforeAll
    static void start() {
        library = new LibraryDatabase(DATABASE, 3).create();
        sessions = library.sessions;
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
    void aGraphGoesToTheDatabaseAndComesBack() {
        Author author = new Author("Le Guin", "The Dispossessed", "The Lathe of Heaven");
        author.setBiography(new Biography("born in Berkeley"));
        author.getBooks().get(0).getTags().add(new Tag("sf"));
        library.await(sessions.transaction(s -> s.persist(author)));
        assertThat(author.getId()).isNotNull();
        assertThat(author.getBooks())
                .allSatisfy(book -> assertThat(book.getId()).isNotNull());

        Author found = library.await(sessions.read(
                s -> s.get(AUTHOR, author.getId(), selectin(AUTHOR.books).then(selectin(BOOK.tags)))
                        .flatMap(read -> s.load(read, AUTHOR.biography).thenReturn(read))));
        assertThat(found).isNotSameAs(author);
        assertThat(found.getBooks())
                .extracting(Book::getTitle)
                .containsExactly("The Dispossessed", "The Lathe of Heaven");
        assertThat(found.getBooks().get(0).getTags()).extracting(Tag::getCode).containsExactly("sf");
        assertThat(found.getBiography().getText()).isEqualTo("born in Berkeley");
    }

    @Test
    void onlyTheChangedColumnIsWritten() {
        Author author = library.saved("Le Guin", "x");
        library.await(sessions.transaction(
                s -> s.get(BOOK, author.getBooks().get(0).getId()).doOnNext(book -> book.setTitle("renamed"))));
        assertThat(library.statements()).hasSize(2);
        assertThat(library.statements().get(1))
                .contains("update book")
                .contains("title")
                .doesNotContain("pages");
    }

    @Test
    void nothingChangedIsNoStatement() {
        Author author = library.saved("Le Guin", "x");
        library.await(sessions.transaction(
                s -> s.get(AUTHOR, author.getId(), selectin(AUTHOR.books)).then(s.flush())));
        assertThat(library.statements()).hasSize(2);
    }

    @Test
    void aQuerySeesWhatWasAddedBeforeIt() {
        Long found = library.await(sessions.transaction(s -> {
            s.add(new Author("Lem"));
            return s.one(select(count(AUTHOR.id)).where(AUTHOR.name.eq("Lem")));
        }));
        assertThat(found).isEqualTo(1L);
    }

    @Test
    void persistAsAStepAddsOnlyWhenSubscribed() {
        Mono<Author> register = sessions.transaction(s ->
                s.oneOrEmpty(select(AUTHOR).where(AUTHOR.name.eq("Lem"))).switchIfEmpty(s.persist(new Author("Lem"))));
        Author first = library.await(register);
        Author second = library.await(register);
        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(library.stored()).isEqualTo(1);
    }

    @Test
    void aRepositoryCalledInATransactionJoinsIt() {
        Author author = library.await(sessions.transaction(s -> byName("Lem")
                .switchIfEmpty(s.persist(new Author("Lem")))
                .flatMap(added ->
                        byName("Lem").doOnNext(found -> assertThat(found).isSameAs(added)))));
        assertThat(author.getName()).isEqualTo("Lem");
        assertThat(library.await(byName("Lem"))).isNotSameAs(author);
    }

    private static Mono<Author> byName(String name) {
        return sessions.read(s -> s.oneOrEmpty(select(AUTHOR).where(AUTHOR.name.eq(name))));
    }

    @Test
    void deletingAnOwnerDeletesWhatItOwnsLoadedOrNot() {
        Author author = library.saved("Le Guin", "a", "b");
        author.getBooks().get(0);
        library.await(sessions.transaction(
                s -> s.get(AUTHOR, author.getId()).doOnNext(s::delete).then()));
        assertThat(library.stored()).isZero();
        assertThat(library.await(library.engine.one(select(count(BOOK.id))))).isZero();
    }

    @Test
    void whatLeavesACollectionThatRemovesOrphansIsDeleted() {
        Author author = library.saved("Le Guin", "a", "b");
        library.await(sessions.transaction(s -> s.get(AUTHOR, author.getId(), selectin(AUTHOR.books))
                .doOnNext(found -> found.getBooks().remove(0))));
        assertThat(library.await(library.engine.all(select(BOOK.title)))).containsExactly("b");
    }

    @Test
    void aPartialCollectionCannotBeChanged() {
        Author author = library.saved("Le Guin", "a", "b");
        assertThatThrownBy(() -> library.await(sessions.transaction(s -> s.get(
                                AUTHOR, author.getId(), selectin(AUTHOR.books).where(BOOK.title.eq("a")))
                        .doOnNext(found -> found.getBooks().clear()))))
                .isInstanceOf(PartialCollectionException.class)
                .hasMessageContaining("Author.books was loaded with criteria");
        library.await(sessions.transaction(
                s -> s.get(AUTHOR, author.getId(), selectin(AUTHOR.books).where(BOOK.title.eq("a")))));
        assertThat(library.await(library.engine.one(select(count(BOOK.id))))).isEqualTo(2);
    }

    @Test
    void whatIsChangedInAReadScopeIsNotWritten() {
        Author author = library.saved("Le Guin");
        library.await(sessions.read(s -> s.get(AUTHOR, author.getId())
                .doOnNext(found -> found.setName("lost"))
                .then(s.count(select(AUTHOR)))));
        assertThat(library.await(library.engine.all(select(AUTHOR.name)))).containsExactly("Le Guin");
    }

    @Test
    void aPartialCollectionBecomesWholeWhenItIsLoaded() {
        Author author = library.saved("Le Guin", "a", "b");
        library.await(sessions.transaction(s -> s.get(
                        AUTHOR, author.getId(), selectin(AUTHOR.books).limit(1))
                .flatMap(found -> s.load(found, AUTHOR.books).doOnNext(books -> {
                    assertThat(books).hasSize(2);
                    found.add(new Book("c"));
                }))));
        assertThat(library.await(library.engine.one(select(count(BOOK.id))))).isEqualTo(3);
    }

    @Test
    void anEntityOfAnotherOpenSessionIsRefused() {
        assertThatThrownBy(() -> library.await(sessions.transaction(outer -> {
                    Author author = outer.add(new Author("x"));
                    return sessions.requiresNew(inner -> inner.persist(author));
                })))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("this Author belongs to another open session");
        assertThat(library.stored()).isZero();
    }

    @Test
    void mergeCopiesADetachedGraph() {
        Author author = library.saved("Le Guin", "a", "b");
        Author detached = library.await(sessions.read(s -> s.get(AUTHOR, author.getId(), selectin(AUTHOR.books))));
        detached.setName("Ursula K. Le Guin");
        detached.getBooks().remove(1);
        detached.getBooks().get(0).setTitle("A");
        detached.add(new Book("c"));
        library.await(sessions.transaction(
                s -> s.merge(detached).doOnNext(own -> assertThat(own).isNotSameAs(detached))));
        assertThat(library.await(library.engine.all(select(AUTHOR.name)))).containsExactly("Ursula K. Le Guin");
        assertThat(library.await(library.engine.all(select(BOOK.title).orderBy(BOOK.title.asc()))))
                .containsExactly("A", "c");
    }

    @Test
    void refreshReadsTheRowAgain() {
        Author author = library.saved("Le Guin");
        library.await(sessions.transaction(s -> s.get(AUTHOR, author.getId())
                .flatMap(found -> s.execute(
                                update(AUTHOR).set(AUTHOR.name, "by SQL").where(AUTHOR.id.eq(author.getId())))
                        .then(s.refresh(found))
                        .doOnNext(fresh -> assertThat(fresh.getName()).isEqualTo("by SQL")))));
        assertThatThrownBy(() -> library.await(sessions.transaction(s -> s.get(AUTHOR, author.getId())
                        .flatMap(found -> s.execute(sql("delete from author")).then(s.refresh(found))))))
                .isInstanceOf(NoRowException.class)
                .hasMessageContaining("Author " + author.getId() + " is not in author any more");
    }

    @Test
    void anExpungedEntityIsNotWritten() {
        Author author = library.saved("Le Guin");
        library.await(sessions.transaction(s -> s.get(AUTHOR, author.getId()).doOnNext(found -> {
            found.setName("lost");
            s.expunge(found);
            assertThat(s.contains(found)).isFalse();
        })));
        assertThat(library.await(library.engine.all(select(AUTHOR.name)))).containsExactly("Le Guin");
    }

    @Test
    void thousandsAreInsertedInBatchesAndNotKept() {
        Flux<Author> authors = Flux.range(1, 2_500).map(i -> new Author("author " + i));
        Long inserted = library.await(sessions.transactionMany(s -> s.insertAll(authors)
                        .doOnNext(author -> assertThat(s.contains(author)).isFalse()))
                .map(Author::getId)
                .distinct()
                .count());
        assertThat(inserted).isEqualTo(2_500);
        assertThat(library.statements()).hasSize(3);
        assertThat(library.stored()).isEqualTo(2_500);
    }

    @Test
    void aTreeIsInsertedBossesFirst() {
        library.await(sessions.transaction(
                s -> s.persist(new Employee("ada", new Employee("bob", new Employee("dan")), new Employee("cyd")))));
        assertThat(library.await(library.engine.one(select(count(EMPLOYEE.id)).where(EMPLOYEE.bossId.isNotNull()))))
                .isEqualTo(3);
    }

    @Test
    void operationsOfOneSessionSubscribedTogetherWaitForEachOther() {
        library.await(sessions.transaction(s -> Mono.zip(
                s.persist(new Author("a", "1")),
                s.persist(new Author("b")),
                s.all(select(AUTHOR)),
                s.nested(n -> n.persist(new Author("c"))),
                s.count(select(TAG)),
                s.exists(select(BIOGRAPHY)))));
        assertThat(library.stored()).isEqualTo(3);
    }

    @Test
    void aBodyOfNoValueCommitsToo() {
        StepVerifier.create(sessions.transaction(s -> {
                    s.add(new Author("x"));
                    return Mono.<Void>empty();
                }))
                .verifyComplete();
        assertThat(library.stored()).isEqualTo(1);
    }

    @Test
    void anObjectOfAClassThatIsNotMappedIsNamed() {
        assertThatThrownBy(() -> library.await(sessions.transaction(s -> s.persist("text"))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("java.lang.String is not one of this session factory's entities");
    }
}
