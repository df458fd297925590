package io.fluxalchemy.type;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A point on the time line seen as a date and time with an offset; stored without the offset, read back in UTC. */
record OffsetTimestampType() implements TemporalType<OffsetDateTime> {

    @Override
    public Storage storage() {
        return Storage.Simple.INSTANT;
    }

    @Override
    public Class<?> javaType() {
        return OffsetDateTime.class;
    }

    @Override
    public Object toStorage(OffsetDateTime value) {
        PlainTemporalType.requireMicros(Canonical.require(OffsetDateTime.class, value, this), this);
        Instant instant = value.toInstant();
        PlainTemporalType.requireCalendar(instant, this);
        return instant;
    }

    @Override
    public OffsetDateTime fromStorage(Object stored) {
        return Canonical.require(Instant.class, stored, this).atOffset(ZoneOffset.UTC);
    }

    @Override
    public String name() {
        return Canonical.name(Storage.Simple.INSTANT);
    }
}
