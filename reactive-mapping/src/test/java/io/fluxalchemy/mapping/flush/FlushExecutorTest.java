package io.fluxalchemy.mapping.flush;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.BatchResult;
import io.fluxalchemy.mapping.library.Author;
import io.fluxalchemy.mapping.library.Book;
import io.fluxalchemy.mapping.library.Employee;
import io.fluxalchemy.mapping.library.Loan;
import io.fluxalchemy.mapping.library.LoanId;
import io.fluxalchemy.mapping.library.Profile;
import io.fluxalchemy.mapping.library.Tag;
import io.fluxalchemy.mapping.state.EntityEntry.Status;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class FlushExecutorTest {

    private final Unit unit = new Unit();
    private final ScriptedWrites database = new ScriptedWrites();
    private final FlushExecutor executor = new FlushExecutor();

    @Test
    void idsComeBackInInputOrderAndReachChildrenAndEntities() {
        Author leGuin = unit.add(new Author("Le Guin", new Book("The Dispossessed")));
        Author lem = unit.add(new Author("Lem"));
        database.returns(new Object[] {7L}, new Object[] {3L}).returns(new Object[] {11L});

        flush();

        assertThat(rows(0))
                .containsExactly(Arrays.asList("Le Guin", 0, null, null), Arrays.asList("Lem", 0, null, null));
        assertThat(rows(1)).containsExactly(Arrays.asList("The Dispossessed", null, 7L));
        assertThat(leGuin.id).isEqualTo(7);
        assertThat(lem.id).isEqualTo(3);
        assertThat(leGuin.books.get(0).id).isEqualTo(11);
        assertThat(unit.identityMap.entry(leGuin.books.get(0)).status()).isEqualTo(Status.MANAGED);
        assertThat(unit.plan().isEmpty()).isTrue();
    }

    @Test
    void idsOfASequenceAreDrawnInBlocksAndTheRestIsKept() {
        Employee leaf = new Employee("leaf");
        Employee boss = unit.add(new Employee("boss", leaf));
        database.rows(101L);

        flush();
        Employee later = unit.add(new Employee("later"));
        flush();

        assertThat(boss.id).isEqualTo(101);
        assertThat(leaf.id).isEqualTo(102);
        assertThat(later.id).isEqualTo(103);
        assertThat(rows(1)).containsExactly(List.of(102L, "leaf", 101L));
    }

    @Test
    void aUuidIsMadeBeforeTheInsertAndWrittenBackAfterIt() {
        Profile profile = unit.add(new Profile("x"));

        flush();

        assertThat(profile.id).isNotNull();
        assertThat(rows(0)).containsExactly(Arrays.asList(profile.id, "x", null));
    }

    @Test
    void serverDefaultsAreWrittenBack() {
        Loan loan = unit.add(new Loan(new LoanId(1, 1), "Ann"));
        database.returns(new Object[] {"open"});

        flush();

        assertThat(loan.status).isEqualTo("open");
        assertThat(unit.plan().isEmpty()).isTrue();
    }

    @Test
    void anUpdateComparesTheVersionReadAndWritesTheNext() {
        Author author = unit.load(author(7, "old"));
        author.name = "new";

        flush();

        assertThat(rows(0)).containsExactly(List.of(7L, 4, "new", 5));
        assertThat(author.version).isEqualTo(5);
        author.name = "newer";
        flush();
        assertThat(rows(1)).containsExactly(List.of(7L, 5, "newer", 6));
    }

    @Test
    void rowsThatWereNotWrittenAreNamedWithTheVersionExpected() {
        Author author = unit.load(author(7, "old"));
        Author other = unit.load(author(8, "old"));
        author.name = "new";
        other.name = "new";
        database.returns(new BatchResult(1, Arrays.asList(new Object[0], null)));

        StepVerifier.create(executor.execute(unit.plan(), database.connection()))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(StaleEntityException.class)
                        .hasMessageStartingWith("Author#8 at version 4: changed or deleted by another transaction"))
                .verify();

        assertThat(author.version).isEqualTo(4);
        assertThat(unit.printed()).isEqualTo("update author (name, version) by id, version: Author#7, Author#8");
    }

    @Test
    void aFailedFlushLeavesEntitiesAndSessionAsTheyWere() {
        Author author = unit.add(new Author("Le Guin", new Book("The Dispossessed")));
        String before = unit.printed();
        database.returns(new Object[] {7L}).fails(new IllegalStateException("no"));

        StepVerifier.create(executor.execute(unit.plan(), database.connection()))
                .verifyErrorMessage("no");

        assertThat(author.id).isNull();
        assertThat(author.books.get(0).id).isNull();
        assertThat(unit.identityMap.size()).isEqualTo(1);
        assertThat(unit.printed()).isEqualTo(before);
    }

    @Test
    void whatIsChangedWhileTheFlushRunsBelongsToTheNext() {
        Author author = unit.load(author(7, "old"));
        author.name = "first";
        FlushPlan plan = unit.plan();
        author.name = "second";

        StepVerifier.create(executor.execute(plan, database.connection()))
                .consumeNextWith(result -> result.applyTo(unit.identityMap))
                .verifyComplete();

        assertThat(rows(0)).containsExactly(List.of(7L, 4, "first", 5));
        assertThat(author.name).isEqualTo("second");
        assertThat(unit.printed()).isEqualTo("update author (name, version) by id, version: Author#7");
    }

    @Test
    void aNewEntityDroppedWhileItIsInsertedIsDeletedByTheNextFlush() {
        Author author = unit.add(new Author("x"));
        FlushPlan plan = unit.plan();
        unit.delete(author);
        database.returns(new Object[] {7L});

        StepVerifier.create(executor.execute(plan, database.connection()))
                .consumeNextWith(result -> result.applyTo(unit.identityMap))
                .verifyComplete();

        assertThat(unit.printed()).isEqualTo("delete from author by id, version: Author#7");
    }

    @Test
    void aBackReferenceThatTheCollectionImpliesIsWrittenBack() {
        Author author = new Author("Le Guin");
        author.books.add(new Book("The Dispossessed"));
        unit.add(author);
        database.returns(new Object[] {7L}).returns(new Object[] {11L});

        flush();

        assertThat(author.books.get(0).author).isSameAs(author);
        assertThat(unit.plan().isEmpty()).isTrue();
    }

    @Test
    void deletedEntitiesLeaveTheSession() {
        Tag tag = unit.load(new Tag("sf"));
        unit.delete(tag);

        flush();

        assertThat(unit.identityMap.entry(tag)).isNull();
        assertThat(unit.plan().isEmpty()).isTrue();
    }

    @Test
    void aRowThatATriggerKeptOutIsAnError() {
        unit.add(new Author("x"));
        database.returns(new BatchResult(0, Collections.singletonList(null)));

        StepVerifier.create(executor.execute(unit.plan(), database.connection()))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(RowNotInsertedException.class)
                        .hasMessageStartingWith("table author did not keep Author+1 of an insert"));
    }

    @Test
    void tenThousandEntitiesAreAFewBatches() {
        for (int i = 0; i < 1_000; i++) {
            unit.add(new Author(
                    "a" + i,
                    IntStream.range(0, 9).mapToObj(n -> new Book("b" + n)).toArray(Book[]::new)));
        }
        Object[][] ids = IntStream.range(0, 1_000)
                .mapToObj(i -> new Object[] {(long) i + 1})
                .toArray(Object[][]::new);
        Object[][] bookIds = IntStream.range(0, 9_000)
                .mapToObj(i -> new Object[] {(long) i + 1})
                .toArray(Object[][]::new);
        database.returns(ids).returns(bookIds);

        flush();

        assertThat(database.batches).hasSize(2);
        assertThat(unit.identityMap.managed()).hasSize(10_000);
    }

    private void flush() {
        StepVerifier.create(executor.execute(unit.plan(), database.connection()))
                .consumeNextWith(result -> result.applyTo(unit.identityMap))
                .verifyComplete();
    }

    private List<List<Object>> rows(int batch) {
        return database.batches.get(batch).rows().stream().map(Arrays::asList).toList();
    }

    private static Author author(long id, String name) {
        Author author = new Author(name);
        author.id = id;
        author.version = 4;
        return author;
    }
}
