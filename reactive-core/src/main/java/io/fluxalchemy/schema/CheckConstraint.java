package io.fluxalchemy.schema;

import org.jspecify.annotations.Nullable;

/** A check constraint; its condition is SQL text from the code, never from outside. */
public record CheckConstraint(@Nullable String name, String condition) {}
