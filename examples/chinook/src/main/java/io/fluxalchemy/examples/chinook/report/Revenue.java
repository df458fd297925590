package io.fluxalchemy.examples.chinook.report;

import java.math.BigDecimal;

/** What somebody or something brought in. */
public record Revenue(String name, BigDecimal amount) {}
