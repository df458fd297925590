package io.fluxalchemy.columns.times;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Times inside an embeddable record. */
@Embeddable
public record Span(@Column(secondPrecision = 0) Instant opened, Instant closed) {}
