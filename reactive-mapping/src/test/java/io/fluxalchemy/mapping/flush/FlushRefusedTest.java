package io.fluxalchemy.mapping.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.mapping.library.Author;
import io.fluxalchemy.mapping.library.Author_;
import io.fluxalchemy.mapping.library.Book;
import io.fluxalchemy.mapping.library.Loan;
import io.fluxalchemy.mapping.library.Profile;
import io.fluxalchemy.mapping.library.Tag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlushRefusedTest {

    private final Unit unit = new Unit();

    @Test
    void aNewEntityThatNobodyAddsIsNamedWithTheAttributeAndTheFix() {
        Book book = new Book("x");
        book.author = new Author("transient");
        unit.add(book);

        assertRefused(
                "Book+1.author leads to a Author that is not in this session and not in the database: add it with "
                        + "session.add(…), or declare cascade = PERSIST on the to-one Book.author");
    }

    @Test
    void nullInANotNullAttributeIsRefused() {
        unit.add(new Author(null));

        assertRefused("Author+1: Author.name is null, but its column author.name is NOT NULL: set it before the flush");
    }

    @Test
    void aMissingParentIsRefused() {
        unit.add(new Book("x"));

        assertRefused("Book+1: Book.author is null, but its column book.author_id is NOT NULL");
    }

    @Test
    void tooLongTextIsRefusedWithoutShowingIt() {
        Author author = unit.load(author(7, "short"));
        author.name = "a name of more than twenty characters";

        assertThatThrownBy(unit::plan)
                .isInstanceOf(FlushRefusedException.class)
                .hasMessageStartingWith(
                        "Author#7: Author.name cannot be kept: the text has 37 characters, varchar(20) keeps at most 20")
                .hasMessageNotContaining("a name of");
    }

    @Test
    void nulInTextIsRefused() {
        unit.add(new Author("a\0b"));

        assertRefused("Author+1: Author.name cannot be kept: the text for varchar(20) has a NUL character at index 1");
    }

    @Test
    void anIdThatNobodySetsIsRefused() {
        unit.add(new Tag(null));

        assertRefused(
                "Tag+1: the id Tag.code is not set: set it before the flush, or have it made with @GeneratedValue");
    }

    @Test
    void aCompositeIdThatNobodySetsIsRefused() {
        unit.add(new Loan(null, "Ann"));

        assertRefused("Loan+1: the id Loan.id is not set");
    }

    @Test
    void aChangedIdIsRefused() {
        Author author = unit.load(author(7, "x"));
        author.id = 8L;

        assertRefused("Author#7: its id was changed to 8, and the id of a managed entity cannot change");
    }

    @Test
    void twoObjectsForOneRowAreRefused() {
        Author author = unit.load(author(1, "x"));
        Book book = new Book("y");
        author.add(book);
        book.tags.add(new Tag("sf"));
        book.tags.add(new Tag("sf"));

        assertRefused("two Tag objects with id sf are to be kept in one row");
    }

    @Test
    void aReferenceToWhatIsBeingDeletedIsRefused() {
        Author author = unit.load(author(1, "x"));
        Profile profile = unit.add(new Profile("p"));
        profile.author = author;
        unit.delete(author);

        assertRefused(
                "Profile+1.author leads to Author#1, which is being deleted: set it to another Author or to null");
    }

    @Test
    void aMemberTakenFromACollectionThatItCannotLiveWithoutIsRefusedUnlessOrphansAreRemoved() {
        Author author = author(1, "x", new Book("y"));
        author.books.get(0).id = 2L;
        unit.load(author.books.get(0));
        unit.load(author);
        author.books.get(0).author = null;

        assertRefused("Book#2: Book.author is null, but its column book.author_id is NOT NULL");
    }

    @Test
    void aNullAmongMembersIsRefused() {
        Author author = unit.add(new Author("x"));
        author.books.add(null);

        assertRefused("Author+1.books has a null among its members: remove it");
    }

    @Test
    void aCollectionReplacedBeforeItWasLoadedIsRefused() {
        Author author = author(1, "x");
        unit.load(author);
        unit.identityMap.know(
                unit.identityMap.entry(author),
                unit.identityMap.entry(author).snapshot().withoutCollection("books"));
        author.books = new ArrayList<>(List.of(new Book("y")));

        assertRefused("Author#1.books was replaced before it was loaded: load it with session.load(…)");
    }

    @Test
    void aOneToOneReplacedBeforeItWasLoadedIsRefusedSinceTheOldOneWouldBeLeftOver() {
        Author author = author(1, "x");
        unit.load(author);
        author.profile = new Profile("new");

        assertRefused("Author#1.profile was replaced before it was loaded: load it with session.load(…)");
    }

    @Test
    void aReferenceThatWasNotLoadedIsNoTransientEntity() {
        Book book = new Book("x");
        book.author = Author_.AUTHOR.model().reference().apply(9L);
        unit.add(book);

        assertThat(unit.printed()).isEqualTo("insert into book (title, pages, author_id) returning id: Book+1");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(unit::plan).isInstanceOf(FlushRefusedException.class).hasMessageStartingWith(message);
    }

    private static Author author(long id, String name, Book... books) {
        Author author = new Author(name, books);
        author.id = id;
        return author;
    }
}
