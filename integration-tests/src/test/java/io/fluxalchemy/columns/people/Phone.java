package io.fluxalchemy.columns.people;

/** An element of a list of documents. */
public record Phone(String number, int kind) {}
