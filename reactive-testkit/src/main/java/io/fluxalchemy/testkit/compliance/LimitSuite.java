package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.sql.Select;
import org.junit.jupiter.api.Test;

/** The first rows of a result, and those behind them. */
public abstract class LimitSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected LimitSuite(ComplianceTarget target) {
        super(target);
    }

    private static final Select<String> BY_PRICE =
            select(BOOKS.title).from(BOOKS).orderBy(BOOKS.price.desc());

    @Test
    void equalRowsAtTheEndAreKeptWithTheLastOne() {
        where(Feature.WITH_TIES, BY_PRICE.limitWithTies(1), rows -> rows.containsExactly("d"));
        where(Feature.WITH_TIES, BY_PRICE.limitWithTies(1).offset(1), rows -> rows.containsExactlyInAnyOrder("b", "C"));
    }

    @Test
    void aShareOfTheRowsIsRoundedUp() {
        Select<String> some =
                select(BOOKS.title).from(BOOKS).orderBy(BOOKS.id.asc()).limitPercent(30);
        where(Feature.LIMIT_PERCENT, some, rows -> rows.containsExactly("a", "b"));
        where(Feature.LIMIT_PERCENT, some.limitPercent(0), rows -> rows.isEmpty());
        where(Feature.LIMIT_PERCENT, some.offset(3).limitPercent(100), rows -> rows.containsExactly("d"));
        assertThat(awaitOne(engine().count(some))).isEqualTo(4L);
    }

    @Test
    void aLimitOfNoneAndAnOffsetOfNone() {
        assertRows(BY_PRICE.limit(0)).isEmpty();
        assertRows(BY_PRICE.limit(1).offset(0)).containsExactly("d");
        assertRows(BY_PRICE.limit(10).offset(4)).isEmpty();
    }

    @Test
    void oneTextServesEveryLimit() {
        Select<String> byId = select(BOOKS.title).from(BOOKS).orderBy(BOOKS.id.asc());
        for (int limit = 1; limit <= 4; limit++) {
            assertRows(byId.limit(limit).offset(1)).hasSize(Math.min(limit, 3)).startsWith("b");
        }
    }
}
