package io.fluxalchemy.session.copies;

import jakarta.persistence.Embeddable;

/** The id of a copy: the book's number and the copy's. */
@Embeddable
public record CopyId(long book, int no) {}
