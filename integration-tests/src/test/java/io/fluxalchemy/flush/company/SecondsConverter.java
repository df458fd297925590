package io.fluxalchemy.flush.company;

import jakarta.persistence.AttributeConverter;
import java.time.Duration;

/** Durations as whole seconds. */
public class SecondsConverter implements AttributeConverter<Duration, Long> {

    @Override
    public Long convertToDatabaseColumn(Duration value) {
        return value == null ? null : value.toSeconds();
    }

    @Override
    public Duration convertToEntityAttribute(Long stored) {
        return stored == null ? null : Duration.ofSeconds(stored);
    }
}
