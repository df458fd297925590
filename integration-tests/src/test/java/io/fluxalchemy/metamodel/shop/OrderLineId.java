package io.fluxalchemy.metamodel.shop;

import jakarta.persistence.Embeddable;

@Embeddable
public record OrderLineId(Long orderId, Integer no) {}
