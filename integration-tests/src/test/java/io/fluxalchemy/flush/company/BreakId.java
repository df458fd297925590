package io.fluxalchemy.flush.company;

import jakarta.persistence.Embeddable;

@Embeddable
public record BreakId(String week, int no, int place) {}
