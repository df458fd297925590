package io.fluxalchemy.sql.tree;

/** One {@code column = value} of INSERT, UPDATE or an upsert. */
public record Assignment(String column, Node value) {}
