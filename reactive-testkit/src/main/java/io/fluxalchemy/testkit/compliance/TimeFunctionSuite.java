package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.now;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.today;
import static io.fluxalchemy.testkit.compliance.Moments.MOMENTS;

import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.sql.Selectable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parts of dates and times, and how far they are apart. */
public abstract class TimeFunctionSuite extends ComplianceSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected TimeFunctionSuite(ComplianceTarget target) {
        super(target);
    }

    private static final MetaData TABLE = MetaData.of(MOMENTS);

    @BeforeEach
    void aMoment() {
        once(
                TABLE,
                () -> engine().execute(insertInto(MOMENTS)
                        .rows(List.of(1, 2))
                        .set(MOMENTS.id, id -> id)
                        .set(
                                MOMENTS.instant,
                                id -> Instant.parse(id == 1 ? "2024-02-29T12:34:56.789012Z" : "2024-12-31T23:00:00Z"))
                        .set(MOMENTS.day, id -> id == 1 ? LocalDate.of(2024, 1, 31) : LocalDate.of(2024, 12, 31))));
    }

    private <T> ListAssert<T> assertOf(int id, Selectable<T> what) {
        return assertRows(select(what).from(MOMENTS).where(MOMENTS.id.eq(id)));
    }

    @Test
    void partsOfADate() {
        assertOf(2, MOMENTS.day.quarter()).containsExactly(4);
        assertOf(2, MOMENTS.day.week()).containsExactly(1);
        assertOf(2, MOMENTS.day.dayOfYear()).containsExactly(366);
        assertOf(2, MOMENTS.instant.dayOfWeek()).containsExactly(2);
        assertOf(1, MOMENTS.instant.year()).containsExactly(2024);
        assertOf(1, MOMENTS.instant.month()).containsExactly(2);
        assertOf(1, MOMENTS.instant.day()).containsExactly(29);
    }

    @Test
    void partsOfATimeOfDayAreThoseInUtc() {
        assertOf(1, MOMENTS.instant.hour()).containsExactly(12);
        assertOf(1, MOMENTS.instant.minute()).containsExactly(34);
        assertOf(1, MOMENTS.instant.second()).containsExactly(56);
    }

    @Test
    void aTimeIsCutToAUnit() {
        assertOf(1, MOMENTS.instant.truncatedTo(ChronoUnit.MONTHS))
                .containsExactly(Instant.parse("2024-02-01T00:00:00Z"));
        assertOf(1, MOMENTS.instant.truncatedTo(ChronoUnit.WEEKS))
                .containsExactly(Instant.parse("2024-02-26T00:00:00Z"));
        assertOf(1, MOMENTS.instant.truncatedTo(ChronoUnit.SECONDS))
                .containsExactly(Instant.parse("2024-02-29T12:34:56Z"));
        assertOf(1, MOMENTS.day.truncatedTo(ChronoUnit.YEARS)).containsExactly(LocalDate.of(2024, 1, 1));
    }

    @Test
    void lengthsOfTimeAreAddedByTheCalendar() {
        assertOf(1, MOMENTS.instant.plus(Period.ofYears(1)).plus(Duration.ofNanos(1_000)))
                .containsExactly(Instant.parse("2025-02-28T12:34:56.789013Z"));
        assertOf(1, MOMENTS.day.plus(Period.of(0, 1, 1))).containsExactly(LocalDate.of(2024, 3, 1));
        assertOf(1, MOMENTS.day.minus(Period.ofDays(31))).containsExactly(LocalDate.of(2023, 12, 31));
    }

    @Test
    void nowIsLaterThanWhatWasBefore() {
        assertRows(select(count()).from(MOMENTS).where(MOMENTS.instant.lt(now()), MOMENTS.day.lt(today())))
                .containsExactly(2L);
    }
}
