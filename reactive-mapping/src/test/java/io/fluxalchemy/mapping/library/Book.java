package io.fluxalchemy.mapping.library;

import java.util.LinkedHashSet;
import java.util.Set;

/** A book must have an author, and may have tags that live on without it. */
public class Book {
    public Long id;
    public String title;
    public Integer pages;
    public Author author;
    public Set<Tag> tags = new LinkedHashSet<>();

    public Book() {}

    public Book(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
