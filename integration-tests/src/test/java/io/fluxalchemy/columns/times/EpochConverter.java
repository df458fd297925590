package io.fluxalchemy.columns.times;

import jakarta.persistence.AttributeConverter;
import java.time.Instant;

/** A time of the user's. */
public final class EpochConverter implements AttributeConverter<EpochConverter.Epoch, Instant> {

    public record Epoch(Instant at) {}

    @Override
    public Instant convertToDatabaseColumn(Epoch epoch) {
        return epoch.at();
    }

    @Override
    public Epoch convertToEntityAttribute(Instant at) {
        return new Epoch(at);
    }
}
