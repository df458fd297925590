package io.fluxalchemy.benchmarks.contender;

import io.fluxalchemy.benchmarks.model.Author;
import io.fluxalchemy.benchmarks.model.Book;
import io.fluxalchemy.benchmarks.model.Tag;
import java.util.List;

/** Compares mapped entities; what was not loaded is left out. */
final class Entities {

    private Entities() {}

    static BookData data(Book book) {
        return data(book, List.of());
    }

    private static BookData data(Book book, List<String> tags) {
        return new BookData(
                book.getId(),
                book.getAuthor().getId(),
                book.getTitle(),
                book.getIsbn(),
                book.getPrice(),
                book.getPublished(),
                book.getPages(),
                tags);
    }

    private static List<String> names(Book book) {
        return book.getTags().stream().map(Tag::getName).toList();
    }

    static AuthorData data(Author author, boolean withTags) {
        return new AuthorData(
                author.getId(),
                author.getName(),
                author.getEmail(),
                author.isActive(),
                author.getCreatedAt(),
                author.getVersion(),
                author.getBooks().stream()
                        .map(book -> data(book, withTags ? names(book) : List.of()))
                        .toList());
    }
}
