package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.arrayAgg;
import static io.fluxalchemy.sql.Sql.boolAnd;
import static io.fluxalchemy.sql.Sql.boolOr;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.countDistinct;
import static io.fluxalchemy.sql.Sql.cube;
import static io.fluxalchemy.sql.Sql.grouping;
import static io.fluxalchemy.sql.Sql.groupingSets;
import static io.fluxalchemy.sql.Sql.max;
import static io.fluxalchemy.sql.Sql.min;
import static io.fluxalchemy.sql.Sql.mode;
import static io.fluxalchemy.sql.Sql.percentileCont;
import static io.fluxalchemy.sql.Sql.rollup;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.stringAgg;
import static io.fluxalchemy.sql.Sql.sum;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;

import io.fluxalchemy.dialect.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups, what is known of each, and groups of groups. */
public abstract class GroupSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected GroupSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void groupsAreFilteredByHaving() {
        assertRows(select(count()).from(BOOKS).groupBy(BOOKS.parent).having(count().gt(1)))
                .containsExactly(2L);
    }

    @Test
    void aggregatesLookAtTheValuesThatAreNotNull() {
        assertRows(select(
                                count(BOOKS.year),
                                countDistinct(BOOKS.year),
                                min(BOOKS.year),
                                max(BOOKS.title),
                                sum(BOOKS.version))
                        .into((n, distinct, first, last, versions) -> List.of(n, distinct, first, last, versions))
                        .from(BOOKS)
                        .where(BOOKS.title.ne("C")))
                .containsExactly(List.of(3L, 2L, 1950, "d", 3));
    }

    @Test
    void anAggregateHasAFilterOfItsOwn() {
        assertRows(select(count(BOOKS.id).filterWhere(BOOKS.year.gt(1960)), count().filterWhere(BOOKS.year.isNull()))
                        .into((one, other) -> one + " " + other)
                        .from(BOOKS))
                .containsExactly("2 1");
    }

    @Test
    void textsOfAGroupAreJoinedInTheirOrder() {
        assertRows(select(stringAgg(BOOKS.title, "|", BOOKS.id.desc())).from(BOOKS))
                .containsExactly("d|C|b|a");
        assertRows(select(stringAgg(BOOKS.title, "'\\", BOOKS.title.asc()).filterWhere(BOOKS.year.gt(1960)))
                        .from(BOOKS))
                .containsExactly("b'\\d");
    }

    @Test
    void aGroupHasAMedianAndAMode() {
        whereTaken(
                "within group",
                select(percentileCont(0.5, BOOKS.price)).from(BOOKS),
                rows -> rows.containsExactly(2.5));
        whereTaken("within group", select(mode(BOOKS.year)).from(BOOKS), rows -> rows.containsExactly(1999));
    }

    @Test
    void aConditionIsTrueOfAllOrOfOneOfAGroup() {
        whereTaken(
                "the aggregate bool_and",
                select(boolAnd(BOOKS.price.gt(1))).from(BOOKS),
                rows -> rows.containsExactly(true));
        whereTaken(
                "the aggregate bool_or",
                select(boolOr(BOOKS.price.gt(4))).from(BOOKS),
                rows -> rows.containsExactly(false));
    }

    @Test
    void valuesOfAGroupAreAnArray() {
        whereTaken(
                "the aggregate array_agg",
                select(arrayAgg(BOOKS.title, BOOKS.id.desc())).from(BOOKS).where(BOOKS.id.isNotNull()),
                rows -> rows.containsExactly(List.of("d", "C", "b", "a")));
    }

    @Test
    void groupsAreSummedUpByRollup() {
        whereTaken(
                "rollup",
                select(BOOKS.year, count())
                        .into((year, n) -> year + " " + n)
                        .from(BOOKS)
                        .groupBy(rollup(BOOKS.year)),
                rows -> rows.containsExactlyInAnyOrder("null 4", "null 1", "1950 1", "1999 2"));
    }

    @Test
    void aRowOfSumsIsToldFromARowOfNull() {
        whereTaken(
                dialect().supports(Feature.ROLLUP) ? "the function grouping" : "rollup",
                select(BOOKS.year, count(), grouping(BOOKS.year))
                        .into((year, n, g) -> year + " " + n + " " + g)
                        .from(BOOKS)
                        .groupBy(rollup(BOOKS.year)),
                rows -> rows.containsExactlyInAnyOrder("null 4 1", "null 1 0", "1950 1 0", "1999 2 0"));
    }

    @Test
    void groupsAreSummedUpBySetsAndCubes() {
        where(
                Feature.GROUPING_SETS,
                select(count()).from(BOOKS).groupBy(groupingSets(List.of(BOOKS.year), List.of())),
                rows -> rows.containsExactlyInAnyOrder(1L, 1L, 2L, 4L));
        where(
                Feature.GROUPING_SETS,
                select(count()).from(BOOKS).groupBy(cube(BOOKS.year, BOOKS.price)),
                rows -> rows.hasSize(11));
    }
}
