package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;

import io.fluxalchemy.dialect.Feature;
import org.junit.jupiter.api.Test;

/** The order of rows, and which of them are told apart. */
public abstract class OrderSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected OrderSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void nullsAreFirstOrLastAsIsSaid() {
        assertRows(select(BOOKS.title).from(BOOKS).orderBy(BOOKS.year.desc().nullsFirst(), BOOKS.id.asc()))
                .containsExactly("C", "b", "d", "a");
        assertRows(select(BOOKS.title)
                        .from(BOOKS)
                        .orderBy(BOOKS.year.asc().nullsLast(), BOOKS.id.asc())
                        .limit(2)
                        .offset(1))
                .containsExactly("b", "d");
        assertRows(select(BOOKS.title).from(BOOKS).orderBy(BOOKS.year.desc().nullsLast(), BOOKS.id.desc()))
                .containsExactly("d", "b", "a", "C");
    }

    @Test
    void rowsAreOrderedByWhatIsCalculated() {
        var half = BOOKS.price.dividedBy(dec("2")).as("half");
        assertRows(select(BOOKS.title, half)
                        .into((title, price) -> title)
                        .from(BOOKS)
                        .orderBy(half.desc(), BOOKS.title.length().asc(), BOOKS.id.desc()))
                .containsExactly("d", "C", "b", "a");
    }

    @Test
    void distinctKeepsOneOfEqualRows() {
        assertRows(select(BOOKS.year)
                        .distinct()
                        .from(BOOKS)
                        .where(BOOKS.year.isNotNull())
                        .orderBy(BOOKS.year.asc()))
                .containsExactly(1950, 1999);
    }

    @Test
    void distinctOnKeepsTheFirstRowOfEach() {
        where(
                Feature.DISTINCT_ON,
                select(BOOKS.year, BOOKS.title)
                        .into((year, title) -> title)
                        .distinctOn(BOOKS.year)
                        .from(BOOKS)
                        .orderBy(BOOKS.year.asc(), BOOKS.title.asc()),
                rows -> rows.containsExactlyInAnyOrder("a", "b", "C"));
    }
}
