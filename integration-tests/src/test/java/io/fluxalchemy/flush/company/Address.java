package io.fluxalchemy.flush.company;

import jakarta.persistence.Embeddable;

@Embeddable
public record Address(String city, String zip) {}
