package io.fluxalchemy.metamodel.shop;

import io.fluxalchemy.mapping.annotation.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Entity
public class Book {

    @Id
    @GeneratedValue
    Long id;

    String title;
    int year;
    BigDecimal price;
    List<String> keywords;

    @Json
    Map<String, Object> meta;

    @ManyToOne
    Author author;

    @ManyToMany
    Set<Tag> tags = new HashSet<>();

    public Book() {}

    public Book(String title) {
        this.title = title;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public Author getAuthor() {
        return author;
    }
}
