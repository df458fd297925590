package io.fluxalchemy.mapping.library;

import java.util.LinkedHashSet;
import java.util.Set;

/** A tag's id is given by whoever makes it. */
public class Tag {
    public String code;
    public String label;
    public Set<Book> books = new LinkedHashSet<>();

    public Tag() {}

    public Tag(String code) {
        this.code = code;
    }

    @Override
    public String toString() {
        return code;
    }
}
