package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.always;
import static io.fluxalchemy.sql.Sql.never;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.sql.Select;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Joins of every kind, with a condition; those over a foreign key are the {@link SelectSuite}'s. */
public abstract class JoinSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected JoinSuite(ComplianceTarget target) {
        super(target);
    }

    private static final Books CHILD = BOOKS.as("child");

    private static Select<String> pairs(UnaryOperator<Select<String>> joins) {
        return joins.apply(select(CHILD.title, BOOKS.title)
                .into((child, parent) -> child + " of " + parent)
                .from(CHILD));
    }

    @Test
    void anInnerJoinKeepsTheRowsOfBothSidesThatMatch() {
        assertRows(pairs(from -> from.join(BOOKS, CHILD.parent.eq(BOOKS.id)).orderBy(CHILD.id.asc())))
                .containsExactly("b of a", "C of a", "d of b");
    }

    @Test
    void aLeftJoinKeepsEveryRowOfTheLeftSide() {
        assertRows(pairs(from -> from.leftJoin(BOOKS, CHILD.parent.eq(BOOKS.id)).orderBy(CHILD.id.asc())))
                .containsExactly("a of null", "b of a", "C of a", "d of b");
    }

    @Test
    void aRightJoinKeepsEveryRowOfTheRightSide() {
        assertRows(pairs(from -> from.rightJoin(BOOKS, CHILD.parent.eq(BOOKS.id))))
                .containsExactlyInAnyOrder("b of a", "C of a", "d of b", "null of C", "null of d");
    }

    @Test
    void aFullJoinKeepsEveryRowOfBothSides() {
        where(
                Feature.FULL_JOIN,
                pairs(from -> from.fullJoin(BOOKS, CHILD.parent.eq(BOOKS.id))),
                rows -> rows.containsExactlyInAnyOrder(
                        "a of null", "b of a", "C of a", "d of b", "null of C", "null of d"));
    }

    @Test
    void aCrossJoinPairsEveryRowWithEveryRow() {
        assertRows(pairs(from -> from.crossJoin(BOOKS))).hasSize(16).doesNotHaveDuplicates();
    }

    @Test
    void aConditionMayBeAlwaysOrNeverTrue() {
        assertRows(pairs(from -> from.join(BOOKS, always()))).hasSize(16);
        assertRows(pairs(from -> from.join(BOOKS, never()))).isEmpty();
        assertRows(pairs(from -> from.leftJoin(BOOKS, never()))).hasSize(4).allMatch(pair -> pair.endsWith(" of null"));
    }
}
