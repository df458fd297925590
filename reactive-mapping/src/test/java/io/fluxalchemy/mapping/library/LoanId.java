package io.fluxalchemy.mapping.library;

/** An id of two columns. */
public record LoanId(long book, int no) {}
