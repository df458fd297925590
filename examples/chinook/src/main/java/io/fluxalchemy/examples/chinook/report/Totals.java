package io.fluxalchemy.examples.chinook.report;

import java.math.BigDecimal;

/** How many there are, and what they are worth together. */
public record Totals(long count, BigDecimal worth) {}
