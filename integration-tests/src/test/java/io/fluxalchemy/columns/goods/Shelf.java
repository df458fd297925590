package io.fluxalchemy.columns.goods;

import io.fluxalchemy.mapping.annotation.ServerDefault;
import jakarta.persistence.Embeddable;

/** A default inside an embeddable record. */
@Embeddable
public record Shelf(String hall, @ServerDefault("'A1'") String place) {}
