package io.fluxalchemy.faults.matrix;

/** What the caller subscribes to. */
enum Shape {
    MONO,
    FLUX
}
