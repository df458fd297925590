package io.fluxalchemy.benchmarks.plain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

@Table("book")
public class PlainBook {

    @Id
    public @Nullable Long id;

    @Column("author_id")
    public long authorId;

    public String title;
    public String isbn;
    public BigDecimal price;
    public LocalDate published;
    public int pages;

    @Transient
    public final List<PlainTag> tags = new ArrayList<>();

    @PersistenceCreator
    public PlainBook(
            @Nullable Long id,
            long authorId,
            String title,
            String isbn,
            BigDecimal price,
            LocalDate published,
            int pages) {
        this.id = id;
        this.authorId = authorId;
        this.title = title;
        this.isbn = isbn;
        this.price = price;
        this.published = published;
        this.pages = pages;
    }
}
