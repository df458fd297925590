package io.fluxalchemy.sql.tree;

/** A length of time, not negative: months and days are those of a calendar, whose lengths differ. */
public record IntervalTree(long months, long days, long micros) {}
