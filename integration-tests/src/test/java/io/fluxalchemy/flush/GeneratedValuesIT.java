package io.fluxalchemy.flush;

import static io.fluxalchemy.flush.gauge.Reading_.READING;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.flush.gauge.Reading;
import io.fluxalchemy.mapping.flush.RowNotInsertedException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.engine.Statements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Keys, defaults and versions land on the right object, whatever the table does with its rows on the way. */
class GeneratedValuesIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int ROWS = 3_000;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private final Statements statements = new Statements();
    private AsyncEngine engine;
    private AsyncSessionFactory sessions;

    @BeforeEach
    void open() {
        engine = AsyncEngine.builder()
                .url(DATABASE.url())
                .maxSize(2)
                .listener(statements)
                .build();
        sessions = AsyncSessionFactory.of(engine, Reading.class);
        run("drop table if exists reading cascade", "drop table if exists noted");
        engine.createAll(sessions.metaData()).block(SOON);
        run("create table noted (name text)");
        statements.reset();
    }

    @AfterEach
    void close() {
        engine.close().block(SOON);
    }

    private void run(String... texts) {
        for (String text : texts) {
            engine.execute(sql(text)).block(SOON);
        }
    }

    private static List<Reading> shuffled() {
        List<Reading> readings = new ArrayList<>(
                IntStream.range(0, ROWS).mapToObj(i -> new Reading("r" + i)).toList());
        Collections.shuffle(readings, new Random(20261121));
        return readings;
    }

    private void store(List<Reading> readings) {
        sessions.transaction(s -> {
                    s.addAll(readings);
                    return s.flush();
                })
                .block(SOON);
    }

    /** Every row of the table is that of the object with its id. */
    private void assertEachIsItsRow(List<Reading> readings, String unit) {
        List<Reading> stored = sessions.read(s -> s.all(select(READING).orderBy(READING.id.asc())))
                .block(SOON);
        readings.sort((a, b) -> Long.compare(a.id, b.id));
        assertThat(stored).hasSameSizeAs(readings);
        for (int i = 0; i < readings.size(); i++) {
            Reading row = stored.get(i);
            Reading object = readings.get(i);
            assertThat(object.id).isEqualTo(row.id);
            assertThat(object.name).isEqualTo(row.name);
            assertThat(object.unit).isEqualTo(row.unit).isEqualTo(unit);
            assertThat(object.version).isEqualTo(row.version);
        }
    }

    @Test
    void rowsInAnyOrderAreThoseOfTheirObjects() {
        List<Reading> readings = shuffled();

        store(readings);

        statements.assertCount(1);
        assertEachIsItsRow(readings, "kPa");
        sessions.transaction(s -> s.all(select(READING)).doOnNext(all -> all.forEach(each -> each.name += "!")))
                .block(SOON);
        assertThat(engine.all(select(READING.version).distinct()).block(SOON)).containsExactly(1);
    }

    @Test
    void whatATriggerChangesComesBack() {
        run(
                "create or replace function other_unit() returns trigger language plpgsql as"
                        + " $$begin new.unit := 'bar'; new.id := 1000000 - new.id; return new; end$$",
                "create trigger other_unit before insert on reading for each row execute function other_unit()");
        List<Reading> readings = shuffled();

        store(readings);

        assertEachIsItsRow(readings, "bar");
    }

    @Test
    void rowsThatATriggerDropsAreNamedAndNothingIsKept() {
        run(
                "create or replace function not_seven() returns trigger language plpgsql as"
                        + " $$begin if new.name = 'r7' then return null; end if; return new; end$$",
                "create trigger not_seven before insert on reading for each row execute function not_seven()");
        List<Reading> readings = shuffled();

        assertThatThrownBy(() -> store(readings))
                .isInstanceOf(RowNotInsertedException.class)
                .hasMessageContaining("Reading+" + (1 + place(readings, "r7")));

        assertThat(readings).allSatisfy(reading -> assertThat(reading.id).isNull());
        assertThat(engine.count(select(READING.id)).block(SOON)).isZero();
    }

    private static int place(List<Reading> readings, String name) {
        return readings.stream().map(reading -> reading.name).toList().indexOf(name);
    }

    @Test
    void aTableWithARuleTakesManyRows() {
        run("create rule note as on insert to reading do also insert into noted (name) values ('one more')");
        List<Reading> readings = shuffled();

        statements.reset();
        store(readings);

        statements.assertCount(1);
        assertEachIsItsRow(readings, "kPa");
        store(shuffledAgain());
        assertThat(engine.count(select(READING.id)).block(SOON)).isEqualTo(2 * ROWS);
    }

    private static List<Reading> shuffledAgain() {
        List<Reading> more = shuffled();
        more.forEach(reading -> reading.name += " again");
        return more;
    }

    @Test
    void aRuleMadeWhileTheEngineRunsIsMetOnce() {
        store(shuffled());
        run("create rule note as on insert to reading do also insert into noted (name) values ('one more')");

        assertThatThrownBy(() -> store(shuffledAgain()))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNSUPPORTED));
        store(shuffledAgain());

        assertThat(engine.count(select(READING.id)).block(SOON)).isEqualTo(2 * ROWS);
    }

    @Test
    void aBulkLoadRefusesWhatItCouldNotGiveBack() {
        Reading complete = new Reading("complete");
        complete.unit = "bar";

        assertThatThrownBy(() -> copy(new Reading("without a unit")))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("unit");
        statements.assertCount(0);
        copy(complete);

        assertEachIsItsRow(new ArrayList<>(List.of(complete)), "bar");
    }

    private void copy(Reading reading) {
        sessions.transaction(s -> s.copyAll(Flux.just(reading)).count()).block(SOON);
    }
}
