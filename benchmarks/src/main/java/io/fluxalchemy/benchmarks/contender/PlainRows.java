package io.fluxalchemy.benchmarks.contender;

import io.fluxalchemy.benchmarks.plain.PlainAuthor;
import io.fluxalchemy.benchmarks.plain.PlainBook;
import io.fluxalchemy.benchmarks.plain.PlainTag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What contenders that fill plain objects have in common: putting children to their parents, and comparing. */
final class PlainRows {

    private PlainRows() {}

    /** The place of a tag: which book it belongs to. */
    record BookTag(long bookId, PlainTag tag) {}

    static List<PlainAuthor> withBooks(List<PlainAuthor> authors, List<PlainBook> books) {
        Map<Long, PlainAuthor> byId = new HashMap<>(authors.size() * 2);
        authors.forEach(author -> byId.put(id(author), author));
        books.forEach(
                book -> Objects.requireNonNull(byId.get(book.authorId)).books.add(book));
        return authors;
    }

    static List<PlainBook> withTags(List<PlainBook> books, List<BookTag> tags) {
        Map<Long, PlainBook> byId = new HashMap<>(books.size() * 2);
        books.forEach(book -> byId.put(id(book), book));
        tags.forEach(
                each -> Objects.requireNonNull(byId.get(each.bookId())).tags.add(each.tag()));
        return books;
    }

    static Long id(PlainAuthor author) {
        return Objects.requireNonNull(author.id);
    }

    static Long id(PlainBook book) {
        return Objects.requireNonNull(book.id);
    }

    static BookData data(PlainBook book) {
        return new BookData(
                id(book),
                book.authorId,
                book.title,
                book.isbn,
                book.price,
                book.published,
                book.pages,
                book.tags.stream().map(PlainTag::name).toList());
    }

    static AuthorData data(PlainAuthor author) {
        return new AuthorData(
                id(author),
                author.name,
                author.email,
                author.active,
                author.createdAt,
                author.version,
                author.books.stream().map(PlainRows::data).toList());
    }

    static PlainBook plain(BookData book) {
        return new PlainBook(
                null, book.authorId(), book.title(), book.isbn(), book.price(), book.published(), book.pages());
    }
}
