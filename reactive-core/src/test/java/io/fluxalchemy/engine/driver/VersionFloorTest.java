package io.fluxalchemy.engine.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.pool.InstrumentedPool;

class VersionFloorTest {

    private static final VersionFloor FLOOR = new VersionFloor("g:a", "1.1.9", "leaks");

    @ParameterizedTest
    @ValueSource(strings = {"1.1.8", "1.0.9.RELEASE", "0.9.12", "1.1", "1.1.8-SNAPSHOT"})
    void whatIsOlderIsWarnedOfWithTheFix(String version) {
        assertThat(FLOOR.warning(version)).hasValue("g:a " + version + " leaks: use 1.1.9 or newer");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"1.1.9", "1.1.10", "1.2.0.RELEASE", "2", "1.1.9.RELEASE", "", "unknown", "99999999999.1"})
    void whatIsNewEnoughOrUnknownIsNot(String version) {
        assertThat(FLOOR.warning(version)).isEmpty();
    }

    @Test
    void theVersionIsReadFromTheJarThatTheClassIsIn() {
        assertThat(new VersionFloor("pool", "99.0.0", "is old").warning(InstrumentedPool.class))
                .hasValueSatisfying(
                        text -> assertThat(text).matches("pool 1\\.\\d+\\.\\d+ is old: use 99\\.0\\.0 or newer"));
    }
}
