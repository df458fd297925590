package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.preceding;
import static io.fluxalchemy.sql.Sql.sample;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.statements.Works.WORKS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** What no database could run is refused where it is said. */
class LanguageTest {

    @Test
    void sharesAreFromNoneToAll() {
        assertThatThrownBy(() -> select(WORKS.title).from(WORKS).limitPercent(101))
                .hasMessageContaining("from 0 to 100");
        assertThatThrownBy(() -> sample(WORKS, 101)).hasMessageContaining("from 0 to 100");
    }

    @Test
    void onlyTablesHaveSamplesAndTheseAreOnlyRead() {
        assertThatThrownBy(() -> deleteFrom(sample(WORKS, 1))).hasMessageContaining("can only be read");
        assertThatThrownBy(() -> sample(select(WORKS.id).from(WORKS).as("x"), 1))
                .hasMessageContaining("only a table has samples");
    }

    @Test
    void bitsAreThoseOfWholeNumbersAndShiftsStayWithinThem() {
        assertThatThrownBy(() -> WORKS.price.bitAnd(1)).hasMessageContaining("work.price is no whole number");
        assertThatThrownBy(() -> WORKS.year.shiftLeft(32)).hasMessageContaining("0 to 31");
    }

    @Test
    void framesReachOverWholeMicrosecondsAndNotBackwards() {
        assertThatThrownBy(() -> preceding(Period.ofDays(-1))).hasMessageContaining("cannot be negative");
        assertThatThrownBy(() -> preceding(Duration.ofNanos(1))).hasMessageContaining("whole microseconds");
    }
}
