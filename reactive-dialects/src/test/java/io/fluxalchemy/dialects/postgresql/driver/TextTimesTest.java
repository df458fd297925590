package io.fluxalchemy.dialects.postgresql.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01 12:00:00+00, 2026-01-01T12:00:00Z",
        "2026-01-01 12:00:00.5-08, 2026-01-01T20:00:00.500Z",
        "2026-01-01 12:00:00+05:45, 2026-01-01T06:15:00Z",
        "1800-01-01 00:00:00-00:01:15, 1800-01-01T00:01:15Z",
        "0001-02-29 00:00:00+00 BC, 0000-02-29T00:00:00Z"
    })
    void offsetsOfAnyLengthAreTakenOff(String text, String instant) {
        assertThat(TextTimes.instant(text)).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "01/02/2026",
                "2026-1-1",
                "2026-13-01",
                "2026-02-30",
                "20260101",
                "Thu Jan 01",
                "\0\0%\u0019"
            })
    void anotherDateStyleIsRefused(String text) {
        assertThatThrownBy(() -> TextTimes.date(text))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("DateStyle");
        assertThatThrownBy(() -> TextTimes.timestamp(text)).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> TextTimes.instant(text)).isInstanceOf(ConversionException.class);
    }

    @Test
    void aTimestampWithoutAnOffsetIsNoInstant() {
        assertThatThrownBy(() -> TextTimes.instant("2026-01-01 12:00:00")).isInstanceOf(ConversionException.class);
    }

    @Test
    void whatIsWrittenIsRead() {
        for (LocalDate date : new LocalDate[] {
            LocalDate.of(-4713, 11, 24), LocalDate.of(0, 2, 29), LocalDate.of(1, 1, 1), LocalDate.of(5_874_897, 12, 31)
        }) {
            assertThat(TextTimes.date(TimeText.of(date))).isEqualTo(date);
        }
        LocalDateTime timestamp = LocalDateTime.of(-43, 3, 15, 1, 2, 3, 4_000);
        assertThat(TextTimes.timestamp(TimeText.of(timestamp))).isEqualTo(timestamp);
    }
}
