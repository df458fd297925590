package io.fluxalchemy.columns.times;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/** Times of every class, kept to fewer digits than they may have. */
@Entity
public class Event {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Version
    public int version;

    @Column(secondPrecision = 3)
    public Instant millis;

    @Column(secondPrecision = 6)
    public Instant micros;

    @Column(secondPrecision = 4)
    public OffsetDateTime offset;

    @Column(secondPrecision = 0)
    public LocalDateTime local;

    @Column(secondPrecision = 2)
    public LocalTime time;

    @Convert(converter = EpochConverter.class)
    @Column(secondPrecision = 3)
    public EpochConverter.Epoch epoch;

    @Embedded
    public Span span;

    public Instant exact;
}
