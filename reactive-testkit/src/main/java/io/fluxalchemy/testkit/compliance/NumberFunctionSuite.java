package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.abs;
import static io.fluxalchemy.sql.Sql.coalesce;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.nullIf;
import static io.fluxalchemy.sql.Sql.random;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;

import io.fluxalchemy.sql.Select;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arithmetic, bits and functions of numbers. */
public abstract class NumberFunctionSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected NumberFunctionSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void wholeNumbersDivideToWholeNumbersTowardsZero() {
        assertRows(select(BOOKS.year.negated().dividedBy(100)).from(BOOKS).where(BOOKS.title.eq("b")))
                .containsExactly(-19);
        assertRows(select(BOOKS.year.modulo(100)).from(BOOKS).where(BOOKS.title.eq("b")))
                .containsExactly(99);
    }

    @Test
    void decimalsDivideToDecimals() {
        assertRows(select(BOOKS.price.dividedBy(dec("2"))).from(BOOKS).where(BOOKS.title.eq("d")))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(dec("2"));
    }

    @Test
    void partsAreCalculatedFirst() {
        assertRows(select(BOOKS.year.minus(BOOKS.version.plus(49)).times(2))
                        .from(BOOKS)
                        .where(BOOKS.title.eq("a")))
                .containsExactly(3800);
        assertRows(select(abs(BOOKS.version.minus(3)), nullIf(BOOKS.version, 1), coalesce(BOOKS.year, 7))
                        .into((a, b, c) -> a + " " + b + " " + c)
                        .from(BOOKS)
                        .where(BOOKS.title.eq("C")))
                .containsExactly("2 null 7");
    }

    @Test
    void bitsAreThoseOfJava() {
        Books drafts = drafts();
        for (int n : new int[] {0, 1, 5, -1, -8, 1_000_003, Integer.MIN_VALUE / 8}) {
            await(engine().execute(update(drafts).set(drafts.year, n).where(drafts.title.eq("a"))));
            Select<List<Integer>> bits = select(
                            drafts.year.bitAnd(12),
                            drafts.year.bitOr(12),
                            drafts.year.bitXor(12),
                            drafts.year.bitNot(),
                            drafts.year.shiftLeft(3),
                            drafts.year.shiftRight(2),
                            drafts.year.plus(1).bitAnd(6).times(2),
                            drafts.year.bitAnd(drafts.version))
                    .into((a, b, c, d, e, f, g, h) -> List.of(a, b, c, d, e, f, g, h))
                    .from(drafts)
                    .where(drafts.title.eq("a"), drafts.year.bitXor(12).ne(13));
            List<Integer> java = List.of(n & 12, n | 12, n ^ 12, ~n, n << 3, n >> 2, ((n + 1) & 6) * 2, n & 1);
            assertRows(bits).isEqualTo((n ^ 12) == 13 ? List.of() : List.of(java));
        }
    }

    @Test
    void aRandomNumberIsBelowOne() {
        assertRows(select(count()).from(BOOKS).where(random().ge(0.0), random().lt(1.0)))
                .containsExactly(4L);
    }
}
