package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.always;
import static io.fluxalchemy.sql.Sql.and;
import static io.fluxalchemy.sql.Sql.never;
import static io.fluxalchemy.sql.Sql.not;
import static io.fluxalchemy.sql.Sql.or;
import static io.fluxalchemy.sql.Sql.row;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;

import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.Select;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comparisons, and what is made of several of them. */
public abstract class ConditionSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected ConditionSuite(ComplianceTarget target) {
        super(target);
    }

    private Select<String> titles(Condition... conditions) {
        return select(BOOKS.title).from(BOOKS).where(conditions).orderBy(BOOKS.id.asc());
    }

    @Test
    void valuesAreComparedWithBothEndsOfBetweenIncluded() {
        assertRows(titles(BOOKS.year.between(1950, 1999))).containsExactly("a", "b", "d");
        assertRows(titles(BOOKS.price.gt(dec("1.50")), BOOKS.price.le(dec("2.50"))))
                .containsExactly("b", "C");
        assertRows(titles(BOOKS.title.ne("a"))).containsExactly("b", "C", "d");
    }

    @Test
    void nullDiffersFromEveryValueAndNotFromNull() {
        assertRows(titles(BOOKS.year.isDistinctFrom(1950))).containsExactly("b", "C", "d");
        assertRows(titles(BOOKS.year.isDistinctFrom(BOOKS.year))).isEmpty();
        assertRows(titles(BOOKS.year.isNull())).containsExactly("C");
        assertRows(titles(BOOKS.year.ne(1950))).containsExactly("b", "d");
    }

    @Test
    void parenthesesFollowPrecedence() {
        assertRows(titles(or(BOOKS.title.eq("a"), BOOKS.title.eq("b")), not(BOOKS.year.eq(1950))))
                .containsExactly("b");
        assertRows(titles(not(or(BOOKS.title.eq("a"), and(BOOKS.title.eq("b"), BOOKS.year.eq(1999))))))
                .containsExactly("C", "d");
    }

    @Test
    void aConditionMayBeAlwaysOrNeverTrue() {
        assertRows(titles(never())).isEmpty();
        assertRows(titles(always())).hasSize(4);
        assertRows(titles(never().not())).hasSize(4);
    }

    @Test
    void inTakesNoneAndSeveralValues() {
        assertRows(titles(BOOKS.title.in("a", "b", "zzz"))).containsExactly("a", "b");
        assertRows(titles(BOOKS.title.in(List.of()))).isEmpty();
        assertRows(titles(BOOKS.title.notIn(List.of()))).hasSize(4);
        assertRows(titles(BOOKS.title.notIn(List.of("a", "d")))).containsExactly("b", "C");
    }

    @Test
    void rowsAreComparedWithRows() {
        assertRows(titles(row(BOOKS.title, BOOKS.year).eq(row(value("b"), value(1999)))))
                .containsExactly("b");
        record Key(String title, Integer year) {}
        assertRows(titles(row(BOOKS.title, BOOKS.year)
                        .in(
                                List.of(new Key("a", 1950), new Key("d", 1950), new Key("b", 1999)),
                                Key::title,
                                Key::year)))
                .containsExactly("a", "b");
        assertRows(titles(row(BOOKS.title, BOOKS.year).in(List.<Key>of(), Key::title, Key::year)))
                .isEmpty();
    }

    @Test
    void aConditionIsAValueToo() {
        assertRows(select(BOOKS.price.gt(2)).from(BOOKS).orderBy(BOOKS.id.asc()))
                .containsExactly(false, true, true, true);
    }
}
