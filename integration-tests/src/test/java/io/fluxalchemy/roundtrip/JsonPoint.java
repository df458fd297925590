package io.fluxalchemy.roundtrip;

/** A document. */
record JsonPoint(int x, int y) {}
