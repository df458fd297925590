package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static io.fluxalchemy.testkit.compliance.Items.ITEMS;
import static io.fluxalchemy.testkit.compliance.Makers.MAKERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Writing rows, and what the database made of them. */
public abstract class InsertSuite extends WritingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected InsertSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void anInsertSaysHowManyRowsItWrote() {
        StepVerifier.create(engine().execute(insertInto(MAKERS).set(MAKERS.name, "Ada")))
                .expectNext(1L)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aKeyMadeByTheDatabaseIsReturned() {
        Long id =
                awaitOne(engine().one(insertInto(MAKERS).set(MAKERS.name, "Ada").returning(MAKERS.id)));
        StepVerifier.create(engine().one(select(MAKERS.id).from(MAKERS).where(MAKERS.name.eq("Ada"))))
                .expectNext(id)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void severalColumnsAreReturned() {
        whereTaken(
                "returning",
                insertInto(ITEMS)
                        .set(ITEMS.title, "a")
                        .setNull(ITEMS.price)
                        .returning(ITEMS.id, ITEMS.title, ITEMS.price),
                rows -> rows.singleElement().satisfies(row -> {
                    assertThat(row.get(ITEMS.id)).isPositive();
                    assertThat(row.get(ITEMS.title)).isEqualTo("a");
                    assertThat(row.getOrNull(ITEMS.price)).isNull();
                }));
    }

    @Test
    void manyRowsComeBackInTheOrderGiven() {
        List<String> titles = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> SuiteRows.title(1000 - i))
                .toList();
        whereTaken(
                "returning",
                insertInto(ITEMS).rows(titles).set(ITEMS.title, title -> title).returning(ITEMS.title),
                rows -> rows.isEqualTo(titles));
    }

    @Test
    void anUpdateCountsTheRowsItMatchedAndMayCalculate() {
        await(SuiteRows.insertItems(engine(), 9));
        StepVerifier.create(engine().execute(update(ITEMS)
                        .set(ITEMS.price, ITEMS.price.times(2))
                        .where(ITEMS.price.le(3))))
                .expectNext(3L)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(awaitOne(engine().all(select(ITEMS.price).from(ITEMS).orderBy(ITEMS.id.asc()))))
                .startsWith(2, 4, 6, 4);
    }

    @Test
    void aDeleteCountsTheRowsItRemoved() {
        await(SuiteRows.insertItems(engine(), 9));
        StepVerifier.create(engine().execute(deleteFrom(ITEMS).where(ITEMS.price.gt(7))))
                .expectNext(2L)
                .expectComplete()
                .verify(PATIENCE);
        StepVerifier.create(engine().execute(deleteFrom(ITEMS).everyRow()))
                .expectNext(7L)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aNullIsWrittenAndReadAsNull() {
        await(engine().execute(insertInto(ITEMS).set(ITEMS.title, "free").setNull(ITEMS.price)));
        StepVerifier.create(engine().one(select(ITEMS.title).from(ITEMS).where(ITEMS.price.isNull())))
                .expectNext("free")
                .expectComplete()
                .verify(PATIENCE);
    }
}
