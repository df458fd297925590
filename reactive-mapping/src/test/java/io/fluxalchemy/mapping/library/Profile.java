package io.fluxalchemy.mapping.library;

import java.util.UUID;

/** One-to-one with an author, who may lose it. */
public class Profile {
    public UUID id;
    public String text;
    public Author author;

    public Profile() {}

    public Profile(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
