package io.fluxalchemy.metamodel.everything;

import java.math.BigDecimal;

/** A class that only a converter can keep. */
public record Money(BigDecimal amount) {}
