package io.fluxalchemy.session.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Tag {

    @Id
    private String code;

    @ManyToMany(mappedBy = "tags")
    @OrderBy("title desc")
    private List<Book> books = new ArrayList<>();

    protected Tag() {}

    public Tag(String code) {
        this.code = code;
    }

    public String getCode() {
        return code;
    }

    public List<Book> getBooks() {
        return books;
    }
}
