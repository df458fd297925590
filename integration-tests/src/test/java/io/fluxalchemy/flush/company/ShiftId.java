package io.fluxalchemy.flush.company;

import jakarta.persistence.Embeddable;

@Embeddable
public record ShiftId(String week, int no) {}
