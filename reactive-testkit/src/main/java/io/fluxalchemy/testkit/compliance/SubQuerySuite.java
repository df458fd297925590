package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.allOf;
import static io.fluxalchemy.sql.Sql.always;
import static io.fluxalchemy.sql.Sql.anyOf;
import static io.fluxalchemy.sql.Sql.concat;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.exists;
import static io.fluxalchemy.sql.Sql.list;
import static io.fluxalchemy.sql.Sql.max;
import static io.fluxalchemy.sql.Sql.scalar;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Select;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Queries as values, as tables and as conditions. */
public abstract class SubQuerySuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected SubQuerySuite(ComplianceTarget target) {
        super(target);
    }

    private static final Books CHILD = BOOKS.as("child");

    private static final Select<String> NEWEST_CHILD = select(CHILD.title, CHILD.year)
            .into((title, year) -> title + " " + year)
            .from(CHILD)
            .where(CHILD.parent.eq(BOOKS.id))
            .orderBy(CHILD.id.desc())
            .limit(1);

    @Test
    void aScalarSubQueryUsesTheTablesAroundIt() {
        assertRows(select(
                                BOOKS.title,
                                scalar(select(max(concat(CHILD.title, BOOKS.title)))
                                        .where(CHILD.parent.eq(BOOKS.id))))
                        .into((title, most) -> title + " " + most)
                        .from(BOOKS))
                .containsExactlyInAnyOrder("a ba", "b db", "C null", "d null");
    }

    @Test
    void aSubQueryMaySayWhichTablesAroundItMeans() {
        var pairs = select(max(concat(CHILD.title, BOOKS.title))).where(CHILD.parent.eq(BOOKS.id));
        var books = select(BOOKS.title, scalar(pairs.correlate(BOOKS)))
                .into((title, most) -> title + " " + most)
                .from(BOOKS);
        assertRows(books).containsExactlyInAnyOrder("a ba", "b db", "C null", "d null");
        // the children around are others than those of the sub-query
        assertRows(books.crossJoin(CHILD).where(CHILD.title.eq("d")))
                .containsExactlyInAnyOrder("a ba", "b db", "C null", "d null");
        assertRows(select(BOOKS.title, scalar(pairs.correlate()))
                        .into((title, most) -> title + " " + most)
                        .from(BOOKS))
                .containsExactlyInAnyOrder("a db", "b db", "C db", "d db");
        assertRows(select(CHILD.title, scalar(pairs.correlateExcept(BOOKS)))
                        .into((title, most) -> title + " " + most)
                        .from(CHILD)
                        .join(BOOKS, CHILD.parent.eq(BOOKS.id)))
                .containsExactlyInAnyOrder("b ba", "C Ca", "d db");
    }

    @Test
    void aTableAroundThatIsNotMeantIsRefusedByItsName() {
        var around = select(BOOKS.title).from(BOOKS);
        assertThatThrownBy(() -> all(around.where(exists(select(CHILD.id)
                        .from(CHILD)
                        .where(CHILD.parent.eq(BOOKS.id))
                        .correlate()))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("suite_book.id")
                .hasMessageContaining("correlate()");
        assertThatThrownBy(() -> all(around.where(exists(select(CHILD.id)
                        .from(CHILD)
                        .where(CHILD.parent.eq(BOOKS.id))
                        .correlateExcept(BOOKS)))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("correlateExcept(suite_book)");
        assertThatThrownBy(() -> all(around.where(
                        scalar(select(max(BOOKS.id)).correlate(BOOKS)).eq(1L))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("[suite_book]")
                .hasMessageContaining("none of its own");
        assertThatThrownBy(() -> select(BOOKS.id).correlate(CHILD).correlateExcept(BOOKS))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("exclude each other");
    }

    @Test
    void aComparisonWithNoValueIsUnknownHoweverOftenItIsNegated() {
        var none = select(max(CHILD.version)).from(CHILD).where(CHILD.parent.eq(BOOKS.id), CHILD.version.gt(100));
        var unknown = BOOKS.version.lt(anyOf(none));
        for (var condition : List.of(unknown, unknown.not(), unknown.not().not())) {
            assertRows(select(BOOKS.title).from(BOOKS).where(condition)).isEmpty();
        }
    }

    @Test
    void existsIsTrueWhereThereIsARow() {
        assertRows(select(BOOKS.title)
                        .from(BOOKS)
                        .where(exists(select(CHILD.id).from(CHILD).where(CHILD.parent.eq(BOOKS.id))))
                        .orderBy(BOOKS.title.asc()))
                .containsExactly("a", "b");
        assertRows(select(BOOKS.title)
                        .from(BOOKS)
                        .where(exists(select(CHILD.id).from(CHILD).where(CHILD.parent.eq(BOOKS.id)))
                                .not()))
                .containsExactlyInAnyOrder("C", "d");
    }

    @Test
    void aSubQueryInFromIsReadByItsColumns() {
        var n = count(BOOKS.id).as("n");
        var perParent =
                select(BOOKS.parent, n).from(BOOKS).groupBy(BOOKS.parent).as("per_parent");
        assertRows(select(CHILD.title, perParent.column(n))
                        .into((title, children) -> title + children)
                        .from(CHILD)
                        .join(perParent, CHILD.id.eq(perParent.column(BOOKS.parent)))
                        .where(perParent.column(n).plus(1).gt(2)))
                .containsExactly("a2");
    }

    @Test
    void aSubQueryInFromMayReadTheTablesBesideIt() {
        where(
                Feature.LATERAL,
                select(BOOKS.title, NEWEST_CHILD.lateral("newest").column(CHILD.title))
                        .into((title, newest) -> title + " " + newest)
                        .from(BOOKS)
                        .leftJoin(NEWEST_CHILD.lateral("newest"), always()),
                rows -> rows.containsExactlyInAnyOrder("a C", "b d", "C null", "d null"));
    }

    @Test
    void aValueIsComparedWithAnyAndAllOfAQuery() {
        assertRows(select(BOOKS.title)
                        .from(BOOKS)
                        .where(BOOKS.year.eq(anyOf(select(CHILD.year).from(CHILD)))))
                .containsExactlyInAnyOrder("a", "b", "d");
        assertRows(select(BOOKS.title)
                        .from(BOOKS)
                        .where(BOOKS.year.ge(
                                allOf(select(CHILD.year).from(CHILD).where(CHILD.year.isNotNull())))))
                .containsExactlyInAnyOrder("b", "d");
    }

    @Test
    void aListOfAQueryThatReadsNothingAroundItIsOneValue() {
        assertRows(select(list(select(BOOKS.year, count())
                        .into((year, n) -> year + "!" + n)
                        .from(BOOKS)
                        .groupBy(BOOKS.year))))
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("null!1", "1950!1", "1999!2");
    }

    @Test
    void aListOfALimitedQueryMayReadWhatIsAroundIt() {
        where(
                Feature.CORRELATED_DERIVED_TABLES,
                select(BOOKS.title, list(NEWEST_CHILD))
                        .into((title, shown) -> String.valueOf(shown))
                        .from(BOOKS),
                rows -> rows.containsExactlyInAnyOrder("[C null]", "[d 1999]", "[]", "[]"));
    }
}
