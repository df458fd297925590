package io.fluxalchemy.metamodel.everything;

import jakarta.persistence.Embeddable;

@Embeddable
public record PartId(Long orderId, Integer no) {}
