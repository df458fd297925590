package io.fluxalchemy.architecture.planted.upper;

import io.fluxalchemy.architecture.planted.lower.Foundation;

/** Follows the arrows. */
public record Roof(Foundation below) {}
