package io.fluxalchemy.metamodel.shop;

import jakarta.persistence.Embeddable;

@Embeddable
public record Address(String city, String zip) {}
