package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.testkit.compliance.TypeTable.TYPES;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** Dates, times of day and points in time. */
public abstract class TimeTypeSuite extends TypeSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected TimeTypeSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void datesBeforeAndAfterTheGregorianReform() {
        comeBack(
                TYPES.day,
                LocalDate.EPOCH,
                LocalDate.of(2024, 2, 29),
                LocalDate.of(1582, 10, 4),
                LocalDate.of(1500, 1, 1),
                LocalDate.of(9999, 12, 31));
    }

    @Test
    void timesOfDay() {
        comeBack(
                TYPES.clock,
                LocalTime.MIDNIGHT,
                LocalTime.NOON,
                LocalTime.of(23, 59, 59),
                LocalTime.of(1, 2, 3, 456_789_000));
    }

    @Test
    void localTimestamps() {
        comeBack(
                TYPES.local,
                LocalDateTime.of(1970, 1, 1, 0, 0),
                LocalDateTime.of(2026, 3, 29, 2, 30),
                LocalDateTime.of(2038, 1, 19, 3, 14, 8, 123_456_000));
    }

    @Test
    void pointsInTime() {
        comeBack(
                TYPES.instant,
                Instant.parse("1970-01-01T00:00:01Z"),
                Instant.parse("2026-03-29T01:30:00.123456Z"),
                Instant.parse("2037-12-31T23:59:59Z"));
    }

    @Test
    void nanosecondsAreRefusedAndNotCut() {
        assertThatThrownBy(() -> comeBack(TYPES.instant, Instant.parse("2026-03-29T01:30:00.123456789Z")))
                .isInstanceOf(ConversionException.class);
    }
}
