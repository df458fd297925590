package io.fluxalchemy.mapping.library;

/** A value kept in columns of its owner. */
public record Address(String city, String zip) {}
