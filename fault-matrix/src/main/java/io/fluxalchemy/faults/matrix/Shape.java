package io.fluxalchemy.faults.matrix;

/** What the caller subscribes to. */
public enum Shape {
    MONO,
    FLUX
}
