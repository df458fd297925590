package io.fluxalchemy.mapping.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.mapping.library.Address;
import io.fluxalchemy.mapping.library.Author;
import io.fluxalchemy.mapping.library.Author_;
import io.fluxalchemy.mapping.library.Book;
import io.fluxalchemy.mapping.library.Employee;
import io.fluxalchemy.mapping.library.Library;
import io.fluxalchemy.mapping.library.Loan;
import io.fluxalchemy.mapping.library.LoanId;
import io.fluxalchemy.mapping.library.Profile;
import io.fluxalchemy.mapping.library.Tag;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.state.CollectionState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FlushPlannerTest {

    private final Unit unit = new Unit();

    @Test
    void nothingChangedIsNothingToDo() {
        unit.load(author(1, "Le Guin", book(1, "The Dispossessed")));

        assertThat(unit.plan().isEmpty()).isTrue();
    }

    @Test
    void parentsAreInsertedBeforeChildrenThatRefersToTheirPendingIds() {
        unit.add(new Author("Le Guin", new Book("The Dispossessed"), new Book("Rocannon")));
        unit.add(new Author("Lem", new Book("Solaris")));

        assertThat(unit.printed()).isEqualTo("""
                        insert into author (name, version, city, zip) returning id: Author+1, Author+2
                        insert into book (title, pages, author_id) returning id: \
                        Book+1 [author_id = Author+1.id], Book+2 [author_id = Author+1.id], Book+3 [author_id = Author+2.id]""");
    }

    @Test
    void planningChangesNeitherEntitiesNorTheSession() {
        Author author = unit.add(new Author("Le Guin", new Book("The Dispossessed")));

        unit.plan();

        assertThat(author.id).isNull();
        assertThat(unit.identityMap.size()).isEqualTo(1);
        assertThat(unit.printed()).isEqualTo(unit.printed());
    }

    @Test
    void onlyChangedColumnsAreWrittenAndTheVersionWithThem() {
        Author leGuin = unit.load(author(7, "Le Guin"));
        Author lem = unit.load(author(3, "Lem"));
        Author unchanged = unit.load(author(5, "x"));
        leGuin.name = "Ursula K. Le Guin";
        lem.name = "Stanisław Lem";
        unchanged.name = new String("x");

        assertThat(unit.printed()).isEqualTo("update author (name, version) by id, version: Author#3, Author#7");
    }

    @Test
    void changesOfOneShapeShareAStep() {
        Author a = unit.load(author(1, "a"));
        Author b = unit.load(author(2, "b"));
        a.address = new Address("Kraków", null);
        b.name = "c";

        assertThat(unit.printed()).isEqualTo("""
                        update author (city, version) by id, version: Author#1
                        update author (name, version) by id, version: Author#2""");
    }

    @Test
    void linksAreWrittenOnceThoughBothSidesSaySo() {
        Author author = unit.load(author(1, "Le Guin", book(4, "Rocannon")));
        Book old = unit.load(author.books.get(0));
        Tag sf = unit.load(tag("sf"));
        Book fresh = new Book("The Dispossessed");
        author.add(fresh);
        fresh.tags.add(sf);
        sf.books.add(fresh);
        Tag utopia = new Tag("utopia");
        fresh.tags.add(utopia);
        old.tags.add(sf);

        assertThat(unit.printed()).isEqualTo("""
                        insert into book (title, pages, author_id) returning id: Book+1
                        insert into tag (code, label): Tag+1
                        link book_tag (book_id, tag_code): 4-sf, Book+1.id-sf, Book+1.id-utopia""");
    }

    @Test
    void linksTakenOutOfEitherSideAreRemoved() {
        Author author = unit.load(author(1, "Le Guin", book(4, "Rocannon"), book(5, "Dispossessed")));
        Tag sf = tag("sf");
        Tag utopia = tag("utopia");
        author.books.get(0).tags.add(sf);
        author.books.get(1).tags.add(sf);
        author.books.get(1).tags.add(utopia);
        sf.books.addAll(author.books);
        author.books.forEach(unit::load);
        unit.load(sf);
        unit.load(utopia);

        author.books.get(1).tags.remove(utopia);
        sf.books.remove(author.books.get(0));

        assertThat(unit.printed()).isEqualTo("unlink book_tag by book_id, tag_code: 4-sf, 5-utopia");
    }

    @Test
    void whatIsDeletedTakesItsLinksAndItsChildrenWithIt() {
        Author author = author(1, "Le Guin", book(4, "Rocannon"), book(5, "Dispossessed"));
        author.books.forEach(unit::load);
        unit.load(author);

        unit.delete(author);

        assertThat(unit.printed()).isEqualTo("""
                        unlink book_tag by book_id: 4, 5
                        delete from book by id: Book#4, Book#5
                        delete from author by id, version: Author#1""");
    }

    @Test
    void aDeletedOwnerWhoseMembersAreNotLoadedIsToldBeforeAnythingIsWritten() {
        Author author = author(1, "Le Guin");
        author.books = new ArrayList<>();
        unit.load(author);
        author.books = (List<Book>) CollectionState.unloaded(Author_.AUTHOR.model(), books());
        unit.delete(author);

        assertThat(new FlushPlanner(Library.MAPPING).unloadedCascades(unit.identityMap))
                .singleElement()
                .satisfies(missing -> assertThat(missing.relation().describe()).isEqualTo("Author.books"));
        assertThatThrownBy(unit::plan)
                .isInstanceOf(FlushRefusedException.class)
                .hasMessage(
                        "Author#1 is deleted and Author.books with it, which is not loaded: load it first with session.load(…)");
    }

    @Test
    void orphansAreDeletedAndMovedMembersAreNot() {
        Author from = author(1, "a", book(4, "stays"), book(5, "goes"), book(6, "moves"));
        Author to = author(2, "b");
        from.books.forEach(unit::load);
        unit.load(from);
        unit.load(to);
        Book moved = from.books.get(2);

        from.books.subList(1, 3).clear();
        to.books.add(moved);

        assertThat(unit.printed()).isEqualTo("""
                        unlink book_tag by book_id: 5
                        delete from book by id: Book#5
                        update book (author_id) by id: Book#6""");
    }

    @Test
    void whatLeavesACollectionThatRemovesNoOrphansLosesItsKey() {
        Employee boss = employee(1, "boss");
        Employee report = employee(2, "report");
        boss.reports.add(report);
        report.boss = boss;
        unit.load(boss);
        unit.load(report);

        boss.reports.clear();

        assertThat(unit.printed()).isEqualTo("update employee (boss_id) by id: Employee#2");
    }

    @Test
    void theOwningSideIsRightWhereBothSidesWereChanged() {
        Author from = author(1, "a");
        Book book = book(4, "x");
        from.add(book);
        Author to = author(2, "b");
        Author other = author(3, "c");
        for (Object entity : List.of(from, to, other, book)) {
            unit.load(entity);
        }

        to.books.add(book);
        book.author = other;

        FlushPlan plan = unit.plan();
        assertThat(plan).hasToString("update book (author_id) by id: Book#4");
        assertThat(((FlushStep.WriteRows) plan.steps().get(0)).rows().get(0).values())
                .containsExactly(4L, 3L);
    }

    @Test
    void aMemberWithoutItsBackReferenceBelongsToTheCollectionsOwner() {
        Author author = new Author("Le Guin");
        author.books.add(new Book("The Dispossessed"));
        unit.add(author);

        assertThat(unit.printed()).endsWith("returning id: Book+1 [author_id = Author+1.id]");
    }

    @Test
    void aTreeIsInsertedLevelByLevel() {
        Employee leaf = new Employee("leaf");
        unit.add(leaf);
        unit.add(new Employee("boss", new Employee("middle", leaf), new Employee("other")));

        assertThat(unit.printed()).isEqualTo("""
                        fetch 4 from employee_seq for Employee+1, Employee+2, Employee+3, Employee+4
                        insert into employee (id, name, boss_id): Employee+2
                        insert into employee (id, name, boss_id): \
                        Employee+3 [boss_id = Employee+2.id], Employee+4 [boss_id = Employee+2.id]
                        insert into employee (id, name, boss_id): Employee+1 [boss_id = Employee+3.id]""");
    }

    @Test
    void aCircleIsWrittenWithOneKeyPutOff() {
        Employee a = unit.add(new Employee("a"));
        Employee b = unit.add(new Employee("b"));
        a.boss = b;
        b.boss = a;
        Employee below = unit.add(new Employee("below"));
        below.boss = a;

        assertThat(unit.printed()).isEqualTo("""
                        fetch 3 from employee_seq for Employee+1, Employee+2, Employee+3
                        insert into employee (id, name, boss_id): Employee+1
                        insert into employee (id, name, boss_id): \
                        Employee+2 [boss_id = Employee+1.id], Employee+3 [boss_id = Employee+1.id]
                        set key of employee (boss_id) by id: Employee+1 [boss_id = Employee+2.id]""");
    }

    @Test
    void aCircleIsDeletedAfterOneKeyWasCleared() {
        Employee a = employee(1, "a");
        Employee b = employee(2, "b");
        a.boss = b;
        b.boss = a;
        unit.load(a);
        unit.load(b);
        unit.delete(a);
        unit.delete(b);

        assertThat(unit.printed()).isEqualTo("""
                        clear key of employee (boss_id) by id: Employee#1
                        delete from employee by id: Employee#2
                        delete from employee by id: Employee#1""");
    }

    @Test
    void aTreeIsDeletedLeavesFirst() {
        Employee boss = employee(1, "boss");
        Employee middle = employee(2, "middle");
        Employee leaf = employee(3, "leaf");
        middle.boss = boss;
        leaf.boss = middle;
        for (Employee employee : List.of(boss, middle, leaf)) {
            unit.load(employee);
            unit.delete(employee);
        }

        assertThat(unit.printed()).isEqualTo("""
                        delete from employee by id: Employee#3
                        delete from employee by id: Employee#2
                        delete from employee by id: Employee#1""");
    }

    @Test
    void chainsOfAnyDepthDoNotExhaustTheStack() {
        Employee last = new Employee("0");
        for (int i = 1; i < 5_000; i++) {
            last = new Employee(String.valueOf(i), last);
        }
        unit.add(last);

        assertThat(unit.plan().steps()).hasSize(5_001);
    }

    @Test
    void whatAnUpdatedRowStillRefersToIsDeletedAfterTheUpdate() {
        Author from = unit.load(author(1, "a"));
        Author to = unit.load(author(2, "b"));
        Book book = book(4, "x");
        book.author = from;
        unit.load(book);
        book.author = to;
        unit.delete(from);

        assertThat(unit.printed()).isEqualTo("""
                        update book (author_id) by id: Book#4
                        delete from author by id, version: Author#1""");
    }

    @Test
    void aReplacedOneToOneIsDeletedBeforeItsSuccessorIsInserted() {
        Author author = author(1, "a");
        Profile old = new Profile("old");
        old.id = new UUID(0, 1);
        old.author = author;
        author.profile = old;
        unit.load(old);
        unit.load(author);
        unit.identityMap.know(
                unit.identityMap.entry(author),
                unit.identityMap.entry(author).snapshot().withCollection("profile", List.of(old)));

        author.profile = new Profile("new");

        assertThat(unit.printed()).isEqualTo("""
                        delete from profile by id: Profile#00000000-0000-0000-0000-000000000001
                        insert into profile (id, text, author_id): Profile+1""");
    }

    @Test
    void anInverseOneToOneThatWasNotLoadedIsFollowedOnlyOnceItIs() {
        Author author = author(1, "a");
        author.profile = new UnknownProfile();
        unit.load(author);
        assertThat(unit.plan().isEmpty()).isTrue();

        unit.delete(author);
        assertThat(new FlushPlanner(Library.MAPPING).unloadedCascades(unit.identityMap))
                .extracting(missing -> missing.relation().describe())
                .containsExactly("Author.profile");
    }

    @Test
    void aChildThatFollowsItsCollectionKeepsItsOtherColumns() {
        Author from = author(1, "a");
        Book book = book(4, "x");
        from.add(book);
        Author to = author(2, "b");
        unit.load(book);
        unit.load(from);
        unit.load(to);

        to.books.add(book);
        from.books.clear();

        assertThat(unit.printed()).isEqualTo("update book (author_id) by id: Book#4");
    }

    @Test
    void serverDefaultsAreLeftOutAndAskedBack() {
        unit.add(new Loan(new LoanId(2, 1), "Ann"));
        Loan given = new Loan(new LoanId(1, 1), "Bob");
        given.status = "closed";
        unit.add(given);
        unit.add(new Loan(new LoanId(1, 2), "Cid"));

        assertThat(unit.printed()).isEqualTo("""
                        insert into loan (book, no, borrower) returning status: Loan+1, Loan+3
                        insert into loan (book, no, borrower, status): Loan+2""");
    }

    @Test
    void rowsWithGivenIdsAreWrittenInTheOrderOfTheirIds() {
        unit.add(new Tag("c"));
        unit.add(new Tag("a"));
        unit.add(new Tag("b"));

        assertThat(unit.printed()).isEqualTo("insert into tag (code, label): Tag+2, Tag+3, Tag+1");
    }

    @Test
    void aRowDeletedAndAddedAgainIsDeletedFirst() {
        Tag old = unit.load(tag("sf"));
        unit.delete(old);
        unit.add(new Tag("sf"));

        assertThat(unit.printed()).isEqualTo("""
                        unlink book_tag by tag_code: sf
                        delete from tag by code: Tag#sf
                        insert into tag (code, label): Tag+1""");
    }

    @Test
    void manyRowsArePrintedShort() {
        for (int i = 0; i < 30; i++) {
            unit.add(new Tag("t" + i));
        }

        assertThat(unit.printed()).endsWith(" … 30 rows").hasSizeLessThan(150);
    }

    /** The inverse side of a one-to-one that was not loaded. */
    private static final class UnknownProfile extends Profile implements EntityReference {
        @Override
        public Object referencedId() {
            return null;
        }
    }

    private static Author author(long id, String name, Book... books) {
        Author author = new Author(name, books);
        author.id = id;
        author.version = 3;
        return author;
    }

    @SuppressWarnings("unchecked")
    private static ToManyAttribute<Author, Book> books() {
        return (ToManyAttribute<Author, Book>) Author_.AUTHOR.model().attribute("books");
    }

    private static Book book(long id, String title) {
        Book book = new Book(title);
        book.id = id;
        return book;
    }

    private static Tag tag(String code) {
        return new Tag(code);
    }

    private static Employee employee(long id, String name) {
        Employee employee = new Employee(name);
        employee.id = id;
        return employee;
    }
}
