package io.fluxalchemy.architecture.planted.lower;

import io.fluxalchemy.architecture.planted.upper.Roof;

/** Breaks the arrows and closes a cycle. */
public record Foundation(Roof roof) {}
