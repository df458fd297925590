package io.fluxalchemy.flush;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.flush.company.Address;
import io.fluxalchemy.flush.company.Break;
import io.fluxalchemy.flush.company.Company;
import io.fluxalchemy.flush.company.Licence;
import io.fluxalchemy.flush.company.Note;
import io.fluxalchemy.flush.company.Office;
import io.fluxalchemy.flush.company.Person;
import io.fluxalchemy.flush.company.Shift;
import io.fluxalchemy.flush.company.ShiftId;
import io.fluxalchemy.flush.company.Skill;
import io.fluxalchemy.flush.company.Ticket;
import io.fluxalchemy.mapping.flush.StaleEntityException;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.engine.Statements;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@TestInstance(Lifecycle.PER_CLASS)
abstract class FlushSuite {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Statements statements = new Statements();
    private AsyncEngine engine;
    private Work work;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        engine = AsyncEngine.builder()
                .url(database().url())
                .maxSize(2)
                .listener(statements)
                .build();
    }

    @AfterAll
    void close() {
        engine.close().block(SOON);
    }

    @BeforeEach
    void begin() {
        engine.dropAll(Work.MAPPING.metaData())
                .then(engine.createAll(Work.MAPPING.metaData()))
                .block(SOON);
        statements.reset();
        work = new Work(engine);
    }

    @Test
    void aGraphIsStoredWithTheDatabasesIds() {
        Company acme = work.add(new Company("ACME", new Office("1"), new Office("2")));
        acme.address = new Address("Kraków", "30-001");
        acme.size = Company.Size.LARGE;
        acme.capital = new BigDecimal("12.50");
        acme.offices.get(0).lease = Duration.ofHours(2);
        acme.licence = new Licence("to kill");
        Company other = work.add(new Company("Other", new Office("3")));

        work.flushNow();

        statements.assertCount(3);
        assertThat(List.of(acme.id, other.id)).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(acme.licence.company).isSameAs(acme);
        assertThat(text("select concat(c.name, '/', c.city, '/', c.size, '/', o.room, '/', o.lease) from company c"
                        + " join office o on o.company_id = c.id where o.id = " + acme.offices.get(0).id))
                .containsExactly("ACME/Kraków/LARGE/1/7200");
        assertThat(text("select room from office where company_id = " + other.id))
                .containsExactly("3");
        assertThat(text("select l.text from licence l join company c on l.company_id = c.id where c.name = 'ACME'"))
                .containsExactly("to kill");
        assertThat(work.plan().isEmpty()).isTrue();
    }

    @Test
    void everyIdBelongsToTheEntityItWasGivenTo() {
        List<Company> companies = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            companies.add(work.add(new Company("c" + i)));
        }

        work.flushNow();

        List<String> stored = text("select name from company order by id");
        companies.sort((a, b) -> Long.compare(a.id, b.id));
        assertThat(stored).isEqualTo(companies.stream().map(c -> c.name).toList());
    }

    @Test
    void changedRowsAreWrittenInOneStatementAndTheirVersionsCount() {
        List<Company> companies = IntStream.range(0, 100)
                .mapToObj(i -> work.add(new Company("c" + i)))
                .toList();
        work.flushNow();
        statements.reset();
        companies.forEach(company -> company.address = new Address("Łódź", null));

        work.flushNow();

        statements.assertCount(1);
        assertThat(companies).allMatch(company -> company.version == 1);
        assertThat(count("select count(*) from company where version = 1 and city = 'Łódź' and zip is null"))
                .isEqualTo(100);
        assertThat(work.plan().isEmpty()).isTrue();
    }

    @Test
    void aRowChangedByAnotherTransactionIsFoundAndNothingIsWritten() {
        List<Company> companies = IntStream.range(0, 5)
                .mapToObj(i -> work.add(new Company("c" + i)))
                .toList();
        work.flushNow();
        execute("update company set version = 7 where name = 'c3'");
        companies.forEach(company -> company.size = Company.Size.SMALL);

        StepVerifier.create(work.flush())
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                StaleEntityException.class,
                                stale -> assertThat(stale.rows())
                                        .singleElement()
                                        .satisfies(row -> {
                                            assertThat(row.id()).isEqualTo(companies.get(3).id);
                                            assertThat(row.expectedVersion()).isEqualTo(0);
                                        })))
                .verify(SOON);

        assertThat(count("select count(*) from company where size is not null")).isZero();
        assertThat(companies).allMatch(company -> company.version == 0);
        assertThat(work.plan().isEmpty()).isFalse();
    }

    @Test
    void aSingleRowDeletedByAnotherTransactionIsFound() {
        Company company = work.add(new Company("gone"));
        work.flushNow();
        execute("delete from company");
        work.delete(company);

        StepVerifier.create(work.flush())
                .expectErrorMessage("Company#" + company.id
                        + " at version 0: changed or deleted by another transaction since this session"
                        + " read it; read again and repeat the change in a new transaction")
                .verify(SOON);
        assertThat(work.identityMap.entry(company)).isNotNull();
    }

    @Test
    void aFlushThatFailsLeavesEntitiesAndDatabaseAsTheyWere() {
        work.add(new Company("taken"));
        work.flushNow();
        Company fresh = work.add(new Company("fresh", new Office("1")));
        Company twice = work.add(new Company("taken"));
        String planned = work.plan().toString();

        StepVerifier.create(work.flush())
                .expectError(UniqueViolationException.class)
                .verify(SOON);

        assertThat(fresh.id).isNull();
        assertThat(fresh.offices.get(0).id).isNull();
        assertThat(work.plan()).hasToString(planned);
        assertThat(text("select name from company")).containsExactly("taken");

        twice.name = "free";
        work.flushNow();
        assertThat(fresh.offices.get(0).id).isNotNull();
        assertThat(count("select count(*) from company")).isEqualTo(3);
    }

    @Test
    void orphansAndChildrenOfWhatIsDeletedGo() {
        Company company = work.add(new Company("c", new Office("1"), new Office("2"), new Office("3")));
        company.licence = new Licence("x");
        work.flushNow();
        company.offices.remove(1);
        work.flushNow();
        assertThat(text("select room from office order by room")).containsExactly("1", "3");

        work.delete(company);
        work.flushNow();

        assertThat(count("select count(*) from office")).isZero();
        assertThat(count("select count(*) from licence")).isZero();
        assertThat(count("select count(*) from company")).isZero();
        assertThat(work.identityMap.size()).isZero();
    }

    @Test
    void aOneToOneCanBeReplacedThoughItsKeyIsUnique() {
        Company company = work.add(new Company("c"));
        company.licence = new Licence("old");
        work.flushNow();

        company.licence = new Licence("new");
        work.flushNow();

        assertThat(text("select text from licence")).containsExactly("new");
    }

    @Test
    void aTreeGetsItsIdsFromTheSequenceAndItsKeysLevelByLevel() {
        Person leaf = new Person("leaf");
        Person root = work.add(new Person("root", new Person("left", leaf), new Person("right")));

        work.flushNow();

        statements.assertCount(4);
        assertThat(root.id).isPositive();
        assertThat(
                        text(
                                "select concat(p.name, '<', b.name) from person p join person b on p.boss_id = b.id order by p.name"))
                .containsExactly("leaf<left", "left<root", "right<root");

        statements.reset();
        work.add(new Person("later"));
        work.flushNow();
        statements.assertCount(1);
    }

    @Test
    void manyIdsAreDrawnFromTheSequenceInOneStatement() {
        List<Person> people = IntStream.range(0, 1_010)
                .mapToObj(i -> work.add(new Person("p" + i)))
                .toList();

        work.flushNow();

        assertThat(people.stream().map(person -> person.id).distinct()).hasSize(1_010);
        assertThat(statements.all().stream()
                        .filter(text -> !text.startsWith("insert"))
                        .toList())
                .hasSize(1);
        assertThat(count("select count(*) from person")).isEqualTo(1_010);
    }

    @Test
    void aCircleOfTwoIsStoredAndDeleted() {
        Person a = work.add(new Person("a"));
        Person b = work.add(new Person("b"));
        a.boss = b;
        b.boss = a;

        work.flushNow();

        assertThat(
                        text(
                                "select concat(p.name, '<', b.name) from person p join person b on p.boss_id = b.id order by p.name"))
                .containsExactly("a<b", "b<a");
        assertThat(work.plan().isEmpty()).isTrue();

        work.delete(a);
        work.delete(b);
        work.flushNow();
        assertThat(count("select count(*) from person")).isZero();
    }

    @Test
    void linksFollowBothSides() {
        Person ann = work.add(new Person("ann"));
        Person bob = work.add(new Person("bob"));
        Skill java = new Skill("java");
        Skill sql = work.add(new Skill("sql"));
        ann.skills.add(java);
        ann.skills.add(sql);
        sql.people.add(ann);
        sql.people.add(bob);

        work.flushNow();

        assertThat(links()).containsExactly("ann-java", "ann-sql", "bob-sql");
        ann.skills.remove(java);
        sql.people.remove(bob);
        work.flushNow();
        assertThat(links()).containsExactly("ann-sql");

        bob.skills.add(sql);
        bob.skills.add(java);
        work.flushNow();
        assertThat(links()).containsExactly("ann-sql", "bob-java", "bob-sql");

        work.delete(sql);
        work.delete(java);
        work.flushNow();
        assertThat(links()).isEmpty();
        assertThat(count("select count(*) from skill")).isZero();
    }

    @Test
    void aChangeInsideAMutableValueIsSeen() {
        Licence licence = work.add(new Licence("x"));
        licence.scan = new byte[] {1, 0, 2};
        work.flushNow();
        assertThat(work.plan().isEmpty()).isTrue();

        licence.scan[1] = 9;
        work.flushNow();

        assertThat(engine.one(sql("select scan from licence").as(byte[].class)).block(SOON))
                .containsExactly(1, 9, 2);
    }

    @Test
    void whatTheDatabaseFillsInComesBack() {
        Ticket given = work.add(new Ticket("given"));
        given.state = "closed";
        Ticket left = work.add(new Ticket("left"));
        Ticket alsoLeft = work.add(new Ticket("also left"));

        work.flushNow();

        assertThat(List.of(given.state, left.state, alsoLeft.state)).containsExactly("closed", "open", "open");
        assertThat(text("select state from ticket where id = " + left.id)).containsExactly("open");
        assertThat(work.plan().isEmpty()).isTrue();
    }

    @Test
    void compositeIdsAreWrittenUpdatedAndDeleted() {
        Shift first = work.add(new Shift(new ShiftId("2026-47", 1), "ann"));
        Shift second = work.add(new Shift(new ShiftId("2026-47", 2), "bob"));
        work.flushNow();

        first.worker = "cid";
        work.delete(second);
        work.flushNow();

        assertThat(text("select concat(week, '/', no, '/', worker) from shift")).containsExactly("2026-47/1/cid");
    }

    @Test
    void rowsThatReferToCompositeIdsFollowThem() {
        Shift shift = new Shift(new ShiftId("w", 1), "ann");
        Note note = work.add(new Note("x", shift));
        Break first = work.add(new Break(shift, 1));
        work.add(new Break(shift, 2));
        work.add(shift);

        work.flushNow();

        assertThat(text("select concat(shift_week, '/', shift_no) from note")).containsExactly("w/1");
        assertThat(count("select count(*) from shift_break b join shift s on b.week = s.week and b.no = s.no"))
                .isEqualTo(2);
        assertThat(work.plan().isEmpty()).isTrue();

        note.shift = null;
        work.delete(first);
        work.flushNow();
        assertThat(count("select count(*) from note where shift_week is null and shift_no is null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from shift_break")).isEqualTo(1);
    }

    @Test
    void aRowCanBeDeletedAndStoredAgainUnderItsIdInOneFlush() {
        Skill old = work.add(new Skill("java"));
        old.title = "old";
        work.flushNow();

        work.delete(old);
        Skill fresh = work.add(new Skill("java"));
        fresh.title = "new";
        work.flushNow();

        assertThat(text("select title from skill")).containsExactly("new");
        assertThat(work.identityMap.entry(fresh)).isNotNull();
    }

    /** Two rows that swap values of a unique column: a database checks them row by row, so it takes two flushes. */
    @Test
    void swappedUniqueValuesAreRefusedByTheDatabase() {
        Company a = work.add(new Company("a"));
        Company b = work.add(new Company("b"));
        work.flushNow();
        a.name = "b";
        b.name = "a";

        StepVerifier.create(work.flush())
                .expectError(UniqueViolationException.class)
                .verify(SOON);
        assertThat(text("select name from company order by id")).containsExactly("a", "b");
    }

    @Test
    void flushesThatMeetRowsInOppositeOrderDoNotDeadlock() {
        MeetingFlushes.meet(database());
    }

    @Test
    void tenThousandEntitiesAreStoredInFewStatements() {
        for (int i = 0; i < 1_000; i++) {
            work.add(new Company(
                    "c" + i,
                    IntStream.range(0, 9).mapToObj(n -> new Office("r" + n)).toArray(Office[]::new)));
        }

        work.flushNow();

        assertThat(statements.count()).isLessThanOrEqualTo(most());
        assertThat(count("select count(*) from office")).isEqualTo(9_000);
        assertThat(count("select count(*) from office o join company c on o.company_id = c.id"))
                .isEqualTo(9_000);
    }

    /** How many statements 10,000 rows in two tables may take here. */
    abstract int most();

    private List<String> links() {
        return text("select concat(p.name, '-', l.skill_code) from person_skill l join person p on l.person_id = p.id"
                + " order by p.name, l.skill_code");
    }

    private List<String> text(String query) {
        return engine.all(sql(query).as(String.class)).block(SOON);
    }

    private long count(String query) {
        return engine.one(sql(query).as(Long.class)).block(SOON);
    }

    private void execute(String command) {
        engine.execute(sql(command)).then(Mono.empty()).block(SOON);
    }
}
