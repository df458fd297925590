package io.fluxalchemy.mapping.library;

import java.util.ArrayList;
import java.util.List;

/** An author owns books: they are saved and deleted with it. */
public class Author {
    public Long id;
    public String name;
    public int version;
    public Address address;
    public List<Book> books = new ArrayList<>();
    public Profile profile;

    public Author() {}

    public Author(String name, Book... books) {
        this.name = name;
        for (Book book : books) {
            add(book);
        }
    }

    public final void add(Book book) {
        books.add(book);
        book.author = this;
    }

    @Override
    public String toString() {
        return name;
    }
}
