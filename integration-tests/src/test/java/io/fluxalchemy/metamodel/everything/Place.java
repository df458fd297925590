package io.fluxalchemy.metamodel.everything;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public record Place(@Column(nullable = false) String city, int level) {}
