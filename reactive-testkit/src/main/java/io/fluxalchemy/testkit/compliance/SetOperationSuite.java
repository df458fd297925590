package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.sql.Select;
import org.junit.jupiter.api.Test;

/** Rows of two queries put together, in common, or left out. */
public abstract class SetOperationSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected SetOperationSuite(ComplianceTarget target) {
        super(target);
    }

    private static final Select<Integer> TWICE = select(BOOKS.year).from(BOOKS).where(BOOKS.year.eq(1999));
    private static final Select<Integer> ONCE = select(BOOKS.year).from(BOOKS).where(BOOKS.title.eq("b"));

    @Test
    void unionKeepsOneOfEqualRowsAndUnionAllKeepsAll() {
        assertRows(TWICE.union(ONCE)).containsExactly(1999);
        assertRows(TWICE.unionAll(ONCE)).containsExactly(1999, 1999, 1999);
    }

    @Test
    void anOperationOnTheRightIsAWhole() {
        assertRows(select(value(1)).union(select(value(2)).unionAll(select(value(2)))))
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void intersectAndExceptKeepOneOfEqualRows() {
        Select<Integer> years = select(BOOKS.year).from(BOOKS).where(BOOKS.year.isNotNull());
        assertRows(years.intersect(TWICE)).containsExactly(1999);
        assertRows(years.except(TWICE)).containsExactly(1950);
    }

    @Test
    void intersectAllAndExceptAllCountEqualRows() {
        where(Feature.INTERSECT_ALL, TWICE.exceptAll(ONCE), rows -> rows.containsExactly(1999));
        where(Feature.INTERSECT_ALL, TWICE.intersectAll(TWICE), rows -> rows.containsExactly(1999, 1999));
    }

    @Test
    void aPartHasAnOrderAndALimitOfItsOwn() {
        assertRows(select(BOOKS.title)
                        .from(BOOKS)
                        .where(BOOKS.year.lt(1960))
                        .unionAll(select(BOOKS.title)
                                .from(BOOKS)
                                .orderBy(BOOKS.id.desc())
                                .limit(1))
                        .orderBy(BOOKS.title.desc())
                        .limit(5))
                .containsExactly("d", "a");
    }

    @Test
    void anOperationIsATableToo() {
        var both = select(BOOKS.title)
                .from(BOOKS)
                .where(BOOKS.title.eq("a"))
                .union(select(BOOKS.title).from(BOOKS).where(BOOKS.title.eq("b")))
                .as("both_of");
        assertRows(select(both.column(BOOKS.title))
                        .from(both)
                        .orderBy(both.column(BOOKS.title).asc()))
                .containsExactly("a", "b");
    }
}
