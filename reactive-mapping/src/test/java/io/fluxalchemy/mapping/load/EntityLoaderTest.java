package io.fluxalchemy.mapping.load;

import static io.fluxalchemy.mapping.library.Author_.AUTHOR;
import static io.fluxalchemy.mapping.library.Book_.BOOK;
import static io.fluxalchemy.mapping.library.Employee_.EMPLOYEE;
import static io.fluxalchemy.mapping.load.Load.joined;
import static io.fluxalchemy.mapping.load.Load.raise;
import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.mapping.library.Author;
import io.fluxalchemy.mapping.library.Book;
import io.fluxalchemy.mapping.library.Employee;
import io.fluxalchemy.mapping.library.Tag;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.UnloadedException;
import io.fluxalchemy.mapping.state.IdentityMap;
import io.fluxalchemy.mapping.state.PartialCollectionException;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.tree.SelectTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityLoaderTest {

    private final IdentityMap map = new IdentityMap();
    private final LoadScope scope = LoadScope.of(new EntityPlans(), map, true);
    private final EntityLoader loader = new EntityLoader(scope);
    private final ScriptedConnection connection = new ScriptedConnection();

    private static Object[] author(long id, String name) {
        return new Object[] {id, name, 0, null, null};
    }

    private static Object[] book(long id, String title, long author) {
        return new Object[] {id, title, null, author};
    }

    private <R> List<R> all(Query<R> query) {
        return loader.all(connection, query).block();
    }

    @Test
    void oneRowIsOneObjectHoweverOftenItIsRead() {
        connection.answer(author(1, "Le Guin")).answer(author(1, "changed meanwhile"));
        Author first = all(select(AUTHOR)).get(0);
        assertThat(all(select(AUTHOR))).containsExactly(first);
        assertThat(first.name).isEqualTo("Le Guin");
    }

    @Test
    void aLockingQueryReadsTheFreshState() {
        connection.answer(author(1, "Le Guin")).answer(author(1, "fresh"));
        Author first = all(select(AUTHOR)).get(0);
        all(select(AUTHOR).forUpdate());
        assertThat(first.name).isEqualTo("fresh");
    }

    @Test
    void foreignKeysOfOneTargetGiveOneStandInThatRaises() {
        connection.answer(book(1, "a", 7), book(2, "b", 7));
        List<Book> books = all(select(BOOK));
        assertThat(books.get(0).author).isSameAs(books.get(1).author).isInstanceOf(EntityReference.class);
        assertThat(((EntityReference) books.get(0).author).referencedId()).isEqualTo(7L);
        assertThatThrownBy(() -> books.get(0).tags.size())
                .isInstanceOf(UnloadedException.class)
                .hasMessage(
                        "Book.tags is not loaded. Load it with the query, .options(selectin(BOOK.tags)), or afterwards,"
                                + " session.load(book, BOOK.tags)");
    }

    @Test
    void selectinGroupsMembersByOwnerInOneStatement() {
        connection
                .answer(author(1, "Le Guin"), author(2, "Lem"), author(3, "none"))
                .answer(book(11, "a", 1), book(21, "b", 2), book(12, "c", 1));
        List<Author> authors = all(select(AUTHOR).options(selectin(AUTHOR.books)));
        assertThat(authors).extracting(a -> a.books.toString()).containsExactly("[a, c]", "[b]", "[]");
        assertThat(authors.get(0).books.get(0).author).isSameAs(authors.get(0));
        assertThat(connection.queries()).hasSize(2);
        assertThat(map.entry(authors.get(0)).snapshot().collection("books")).isEqualTo(authors.get(0).books);
    }

    @Test
    void nestedLoadsTakeOneStatementPerLevel() {
        connection
                .answer(author(1, "Le Guin"))
                .answer(book(11, "a", 1), book(12, "c", 1))
                .answer(new Object[] {"sf", "SF", 11L}, new Object[] {"sf", "SF", 12L}, new Object[] {"new", "New", 12L
                });
        Author author = all(select(AUTHOR).options(selectin(AUTHOR.books).then(selectin(BOOK.tags))))
                .get(0);
        assertThat(author.books).extracting(b -> b.tags.toString()).containsExactly("[sf]", "[sf, new]");
        Tag shared = author.books.get(0).tags.iterator().next();
        assertThat(author.books.get(1).tags).contains(shared);
        assertThat(connection.queries()).hasSize(3);
    }

    @Test
    void aToOneAsksForDistinctKeysTheSessionLacks() {
        connection
                .answer(author(7, "known"))
                .answer(book(1, "a", 7), book(2, "b", 8), book(3, "c", 8))
                .answer(author(8, "read"));
        all(select(AUTHOR));
        List<Book> books = all(select(BOOK).options(selectin(BOOK.author)));
        assertThat(books).extracting(b -> b.author.name).containsExactly("known", "read", "read");
        assertThat(connection.queries()).hasSize(3);
    }

    @Test
    void theInverseOfAOneToOneIsFoundOrNull() {
        connection
                .answer(author(1, "Le Guin"), author(2, "Lem"))
                .answer(new Object[] {new java.util.UUID(0, 1), "text", 1L});
        List<Author> authors = all(select(AUTHOR).options(selectin(AUTHOR.profile)));
        assertThat(authors.get(0).profile.text).isEqualTo("text");
        assertThat(authors.get(1).profile).isNull();
    }

    @Test
    void whatIsLoadedAlreadyIsNotReadAgain() {
        connection.answer(author(1, "Le Guin")).answer(book(11, "a", 1)).answer(author(1, "Le Guin"));
        Author author = all(select(AUTHOR).options(selectin(AUTHOR.books))).get(0);
        author.books.clear();
        all(select(AUTHOR).options(selectin(AUTHOR.books)));
        assertThat(author.books).isEmpty();
        assertThat(connection.queries()).hasSize(3);
    }

    @Test
    void aCollectionLoadedWithCriteriaIsPartial() {
        connection.answer(author(1, "Le Guin")).answer(book(11, "a", 1));
        Author author = all(select(AUTHOR).options(selectin(AUTHOR.books).where(BOOK.title.eq("a"))))
                .get(0);
        assertThat(author.books).hasSize(1);
        assertThatThrownBy(() -> author.books.add(new Book("x"))).isInstanceOf(PartialCollectionException.class);
        assertThat(map.entry(author).snapshot().collection("books")).isNull();
    }

    @Test
    void joinedReadsOwnersAndMembersFromOneStatement() {
        connection.answer(
                concat(author(1, "Le Guin"), book(11, "a", 1)),
                concat(author(1, "Le Guin"), book(12, "b", 1)),
                concat(author(2, "Lem"), new Object[] {null, null, null, null}));
        List<Author> authors = all(select(AUTHOR).options(joined(AUTHOR.books)));
        assertThat(authors).extracting(a -> a.books.toString()).containsExactly("[a, b]", "[]");
        assertThat(connection.queries()).hasSize(1);
        assertThat(((SelectTree) connection.queries().get(0).tree()).joins()).hasSize(1);
    }

    @Test
    void joinedToManyUnderALimitIsLoadedByASecondStatement() {
        connection.answer(author(1, "Le Guin")).answer(book(11, "a", 1), book(12, "b", 1));
        List<Author> authors = all(select(AUTHOR).options(joined(AUTHOR.books)).limit(1));
        assertThat(authors.get(0).books).hasSize(2);
        assertThat(connection.queries()).hasSize(2);
    }

    @Test
    void joinedToOneStaysJoinedUnderALimit() {
        connection.answer(concat(book(11, "a", 1), author(1, "Le Guin")));
        assertThat(all(select(BOOK).options(joined(BOOK.author)).limit(5)).get(0).author.name)
                .isEqualTo("Le Guin");
        assertThat(connection.queries()).hasSize(1);
    }

    @Test
    void raiseNamesTheOption() {
        connection.answer(book(11, "a", 1));
        Book book = all(select(BOOK).options(raise(BOOK.tags))).get(0);
        assertThatThrownBy(() -> book.tags.isEmpty())
                .isInstanceOf(UnloadedException.class)
                .hasMessageContaining("its query said raise(BOOK.tags)");
    }

    @Test
    void oneLoadServesTheNeighboursOfTheSameResult() {
        connection.answer(author(1, "Le Guin"), author(2, "Lem")).answer(book(11, "a", 1), book(21, "b", 2));
        List<Author> authors = all(select(AUTHOR));
        for (Author author : authors) {
            loader.relation(connection, map.entry(author), AUTHOR.books).block();
        }
        assertThat(authors).extracting(a -> a.books.toString()).containsExactly("[a]", "[b]");
        assertThat(connection.queries()).hasSize(2);
    }

    @Test
    void aTreeInOneTableIsLoadedLevelByLevel() {
        connection
                .answer(new Object[] {1L, "boss", null})
                .answer(new Object[] {2L, "x", 1L}, new Object[] {3L, "y", 1L})
                .answer(new Object[] {4L, "z", 3L});
        Employee boss = all(select(EMPLOYEE).options(selectin(EMPLOYEE.reports).then(selectin(EMPLOYEE.reports))))
                .get(0);
        assertThat(boss.boss).isNull();
        assertThat(boss.reports.get(1).reports).extracting(e -> e.name).containsExactly("z");
        assertThat(boss.reports.get(1).boss).isSameAs(boss);
    }

    @Test
    void entitiesOfAStreamAreForgottenWindowByWindow() {
        connection
                .answer(author(1, "Le Guin"))
                .answer(book(11, "a", 1))
                .answer(author(2, "Lem"))
                .answer(book(21, "b", 2));
        List<Author> authors = loader.stream(connection, select(AUTHOR).options(selectin(AUTHOR.books)), 1)
                .collectList()
                .block();
        assertThat(authors).extracting(a -> a.books.toString()).containsExactly("[a]", "[b]");
        assertThat(map.entries()).isEmpty();
    }

    @Test
    void refreshReadsTheRowAndItsLoadedCollectionsAgain() {
        connection
                .answer(author(1, "Le Guin"))
                .answer(book(11, "a", 1))
                .answer(author(1, "fresh"))
                .answer(book(11, "a", 1), book(12, "b", 1));
        Author author = all(select(AUTHOR).options(selectin(AUTHOR.books))).get(0);
        author.name = "lost";
        author.books.clear();
        assertThat(loader.refresh(connection, AUTHOR, map.entry(author)).block())
                .isTrue();
        assertThat(author.name).isEqualTo("fresh");
        assertThat(author.books).hasSize(2);
    }

    @Test
    void restorePutsBackWhatTheSnapshotSays() {
        connection.answer(author(1, "Le Guin")).answer(book(11, "a", 1));
        Author author = all(select(AUTHOR).options(selectin(AUTHOR.books))).get(0);
        author.name = "changed";
        author.books.clear();
        loader.restore(map.entry(author));
        assertThat(author.name).isEqualTo("Le Guin");
        assertThat(author.books).hasSize(1);
    }

    @Test
    void criteriaOnAToOneAreRefused() {
        assertThatThrownBy(() -> selectin(BOOK.author).where(AUTHOR.name.eq("x")))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("book.author.where(…): criteria choose the members of a collection");
    }

    private static Object[] concat(Object[] first, Object[] second) {
        Object[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
