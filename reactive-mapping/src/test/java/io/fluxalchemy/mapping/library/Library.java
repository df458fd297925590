package io.fluxalchemy.mapping.library;

import io.fluxalchemy.mapping.model.Mapping;
import java.util.List;

/** The entities of this package, described by hand as the processor would. */
public final class Library {
    public static final Mapping MAPPING =
            Mapping.of(List.of(Author_.AUTHOR, Book_.BOOK, Tag_.TAG, Profile_.PROFILE, Employee_.EMPLOYEE, Loan_.LOAN));

    private Library() {}
}
