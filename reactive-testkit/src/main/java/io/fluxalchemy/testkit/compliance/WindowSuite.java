package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.cumeDist;
import static io.fluxalchemy.sql.Sql.currentRow;
import static io.fluxalchemy.sql.Sql.denseRank;
import static io.fluxalchemy.sql.Sql.following;
import static io.fluxalchemy.sql.Sql.groups;
import static io.fluxalchemy.sql.Sql.lag;
import static io.fluxalchemy.sql.Sql.ntile;
import static io.fluxalchemy.sql.Sql.partitionBy;
import static io.fluxalchemy.sql.Sql.preceding;
import static io.fluxalchemy.sql.Sql.range;
import static io.fluxalchemy.sql.Sql.rank;
import static io.fluxalchemy.sql.Sql.rowNumber;
import static io.fluxalchemy.sql.Sql.rows;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sum;
import static io.fluxalchemy.sql.Sql.window;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.sql.Select;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** Functions that look at the rows around each row. */
public abstract class WindowSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected WindowSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void rowsArePlacedWithinTheirPart() {
        assertRows(select(
                                rowNumber()
                                        .over(partitionBy(BOOKS.parent).orderBy(BOOKS.id.desc()))
                                        .as("nr"),
                                lag(BOOKS.title).over(partitionBy(BOOKS.price).orderBy(BOOKS.id.asc())),
                                sum(BOOKS.version)
                                        .over(partitionBy(BOOKS.price)
                                                .orderBy(BOOKS.id.asc())
                                                .rowsBetween(1, 0)))
                        .into((nr, before, versions) -> nr + " " + before + " " + versions)
                        .from(BOOKS)
                        .orderBy(BOOKS.id.asc()))
                .containsExactly("1 null 1", "2 null 1", "1 b 2", "1 null 1");
    }

    @Test
    void placesAreCountedAndShared() {
        var byId = window().orderBy(BOOKS.id.asc());
        var byPrice = window().orderBy(BOOKS.price.asc());
        assertRows(select(ntile(2).over(byId)).from(BOOKS).orderBy(BOOKS.id.asc()))
                .containsExactly(1L, 1L, 2L, 2L);
        assertRows(select(cumeDist().over(byId)).from(BOOKS).orderBy(BOOKS.id.asc()))
                .containsExactly(0.25, 0.5, 0.75, 1.0);
        assertRows(select(rank().over(byPrice)).from(BOOKS).orderBy(BOOKS.id.asc()))
                .containsExactly(1L, 2L, 2L, 4L);
        assertRows(select(denseRank().over(byPrice)).from(BOOKS).orderBy(BOOKS.id.asc()))
                .containsExactly(1L, 2L, 2L, 3L);
    }

    @Test
    void aFrameCountsRows() {
        assertRows(select(sum(BOOKS.price)
                                .over(window().orderBy(BOOKS.id.asc()).frame(rows(preceding(1), currentRow()))))
                        .from(BOOKS)
                        .orderBy(BOOKS.id.asc()))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(dec("1.5"), dec("4"), dec("5"), dec("6.5"));
    }

    @Test
    void aFrameReachesToValues() {
        assertRows(select(count().over(window().orderBy(BOOKS.price.asc())
                                .frame(range(preceding(dec("1.0")), currentRow()))))
                        .from(BOOKS)
                        .orderBy(BOOKS.id.asc()))
                .containsExactly(1L, 3L, 3L, 1L);
    }

    @Test
    void aFrameReachesAsFarAsDaysDo() {
        where(
                Feature.RANGE_INTERVALS,
                select(count().over(window().orderBy(BOOKS.printed.asc())
                                .frame(range(preceding(Period.ofDays(4)), currentRow()))))
                        .from(BOOKS)
                        .orderBy(BOOKS.id.asc()),
                rows -> rows.containsExactly(2L, 4L, 2L, 4L));
    }

    @Test
    void aFrameReachesAsFarAsMicrosecondsDo() {
        where(Feature.RANGE_INTERVALS, within(Duration.ofMinutes(90)), rows -> rows.containsExactly(4L, 2L, 4L, 2L));
        where(
                Feature.RANGE_INTERVALS,
                within(Duration.ofMinutes(89).plusNanos(59_999_999_000L)),
                rows -> rows.containsExactly(2L, 2L, 2L, 2L));
    }

    private static Select<Long> within(Duration time) {
        return select(count().over(window().orderBy(BOOKS.published.asc()).frame(range(currentRow(), following(time)))))
                .from(BOOKS)
                .orderBy(BOOKS.id.asc());
    }

    @Test
    void aFrameCountsGroupsAndLeavesOutTies() {
        where(
                Feature.FRAME_GROUPS,
                select(count().over(window().orderBy(BOOKS.price.asc())
                                .frame(groups(preceding(1), currentRow()).excludeTies())))
                        .from(BOOKS)
                        .orderBy(BOOKS.id.asc()),
                rows -> rows.containsExactly(1L, 2L, 2L, 3L));
    }
}
