package io.fluxalchemy.session;

import static io.fluxalchemy.mapping.load.Load.joined;
import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.session.library.Book_.BOOK;
import static io.fluxalchemy.session.library.Employee_.EMPLOYEE;
import static io.fluxalchemy.session.library.Tag_.TAG;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Biography;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.session.library.Employee;
import io.fluxalchemy.session.library.Tag;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One honest path through sessions on every database. */
class SessionDatabasesIT {

    private static final Map<DatabaseKind, TestDatabase> DATABASES = new EnumMap<>(DatabaseKind.class);
    private static final Map<DatabaseKind, LibraryDatabase> LIBRARIES = new EnumMap<>(DatabaseKind.class);

    private static LibraryDatabase library(DatabaseKind kind) {
        LibraryDatabase library = LIBRARIES.computeIfAbsent(
                kind, any -> new LibraryDatabase(DATABASES.computeIfAbsent(kind, TestDatabase::of), 3).create());
        library.clear();
        return library;
    }

    @AfterAll
    static void stop() {
        LIBRARIES.values().forEach(LibraryDatabase::close);
        DATABASES.values().forEach(TestDatabase::close);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aGraphGoesInAndComesBack(DatabaseKind kind) {
        LibraryDatabase library = library(kind);
        Author author = new Author("Le Guin", "a", "b");
        author.setBiography(new Biography("life"));
        Tag shared = new Tag("sf");
        author.getBooks().forEach(book -> book.getTags().add(shared));
        library.await(library.sessions.transaction(s -> s.persist(author)));

        Author found = library.await(library.sessions.read(s -> s.one(select(AUTHOR)
                .where(AUTHOR.name.eq("Le Guin"))
                .options(selectin(AUTHOR.books).then(selectin(BOOK.tags)), selectin(AUTHOR.biography)))));
        assertThat(found.getBooks()).extracting(Book::getTitle).containsExactly("a", "b");
        assertThat(found.getBooks().get(0).getTags())
                .isEqualTo(found.getBooks().get(1).getTags());
        assertThat(found.getBiography().getText()).isEqualTo("life");

        Author joinedOnce = library.await(library.sessions.read(s ->
                s.one(select(AUTHOR).options(joined(AUTHOR.books).then(joined(BOOK.tags)), joined(AUTHOR.biography)))));
        assertThat(joinedOnce.getBooks())
                .hasSize(2)
                .allSatisfy(book -> assertThat(book.getTags()).hasSize(1));
        Tag tag = library.await(library.sessions.read(s -> s.get(TAG, "sf", selectin(TAG.books))));
        assertThat(tag.getBooks()).extracting(Book::getTitle).containsExactly("b", "a");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void manyOwnersInFewStatements(DatabaseKind kind) {
        LibraryDatabase library = library(kind);
        library.await(library.sessions.transactionMany(s ->
                s.insertAll(Flux.range(0, 1_500).map(i -> new Author("author " + i, "x", "y")))));
        library.forget();
        List<Author> authors =
                library.await(library.sessions.read(s -> s.all(select(AUTHOR).options(selectin(AUTHOR.books)))));
        assertThat(authors)
                .hasSize(1_500)
                .allSatisfy(author -> assertThat(author.getBooks()).hasSize(2));
        assertThat(library.statements().size()).isLessThanOrEqualTo(3);

        List<Author> streamed = library.await(library.sessions.readMany(
                s -> s.stream(select(AUTHOR).options(selectin(AUTHOR.books)).orderBy(AUTHOR.id.asc()))));
        assertThat(streamed)
                .hasSize(1_500)
                .allSatisfy(author -> assertThat(author.getBooks()).hasSize(2));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void changesDeletesAndSavepoints(DatabaseKind kind) {
        LibraryDatabase library = library(kind);
        Author author = new Author("Le Guin", "a", "b");
        library.await(library.sessions.transaction(s -> s.persist(author)));
        library.await(library.sessions.transaction(s -> s.get(AUTHOR, author.getId(), selectin(AUTHOR.books))
                .doOnNext(found -> {
                    found.setName("changed");
                    found.getBooks().remove(0);
                })
                .then(s.nested(n -> n.persist(new Author("undone")).then(Mono.error(new IllegalStateException("no"))))
                        .onErrorResume(e -> Mono.empty()))
                .then(s.persist(new Author("kept")))));
        assertThat(library.await(library.engine.all(select(AUTHOR.name).orderBy(AUTHOR.name.asc()))))
                .containsExactly("changed", "kept");
        assertThat(library.await(library.engine.all(select(BOOK.title)))).containsExactly("b");
        library.await(library.sessions.transaction(
                s -> s.get(AUTHOR, author.getId()).doOnNext(s::delete).then()));
        assertThat(library.await(library.engine.one(select(count(BOOK.id))))).isZero();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void membersPerOwnerAndATree(DatabaseKind kind) {
        LibraryDatabase library = library(kind);
        library.await(library.sessions.transaction(s -> {
            s.addAll(List.of(new Author("one", "a", "b", "c"), new Author("two", "a", "b", "c")));
            return s.persist(new Employee("ada", new Employee("bob", new Employee("dan")), new Employee("cyd")));
        }));
        List<Author> authors = library.await(library.sessions.read(s -> s.all(select(AUTHOR)
                .options(selectin(AUTHOR.books).orderBy(BOOK.title.desc()).limit(2)))));
        assertThat(authors)
                .hasSize(2)
                .allSatisfy(author ->
                        assertThat(author.getBooks()).extracting(Book::getTitle).containsExactly("c", "b"));
        Employee ada = library.await(library.sessions.read(s -> s.one(select(EMPLOYEE)
                .where(EMPLOYEE.boss.isNull())
                .options(selectin(EMPLOYEE.reports).then(selectin(EMPLOYEE.reports))))));
        assertThat(ada.getReports().get(0).getReports())
                .extracting(Employee::getName)
                .containsExactly("dan");
    }
}
