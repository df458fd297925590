package io.fluxalchemy.metamodel.shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Author {

    @Id
    @GeneratedValue
    Long id;

    String name;
    String nick;
    boolean active;
    Instant createdAt;
    Status status;
    Address address;

    @OneToMany(mappedBy = "author", cascade = CascadeType.ALL, orphanRemoval = true)
    List<Book> books = new ArrayList<>();

    public Author() {}

    public Author(String name, List<Book> books) {
        this.name = name;
        this.books.addAll(books);
        books.forEach(book -> book.author = this);
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<Book> getBooks() {
        return books;
    }

    public enum Status {
        NEW,
        KNOWN
    }
}
