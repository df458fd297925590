package io.fluxalchemy.benchmarks.contender;

import static io.fluxalchemy.benchmarks.model.AuthorTable.AUTHOR;
import static io.fluxalchemy.benchmarks.model.BookTable.BOOK;
import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.sql.Sql.select;

import io.fluxalchemy.benchmarks.model.Author;
import io.fluxalchemy.benchmarks.model.Book;
import io.fluxalchemy.benchmarks.model.Tag;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.mapping.session.CoalescedFinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions and entities as the documentation shows them. */
final class FluxAlchemyContender implements Contender<Author, Book> {

    private final AsyncEngine engine;
    private final AsyncSessionFactory sessions;
    private final CoalescedFinds<Book, Long> finds;

    FluxAlchemyContender(Target target) {
        engine = AsyncEngine.builder()
                .url(target.r2dbcUrl())
                .maxSize(target.connections())
                .build();
        sessions = AsyncSessionFactory.of(engine, Author.class, Book.class, Tag.class);
        finds = sessions.coalescedFinds(BOOK);
    }

    @Override
    public Mono<Book> find(long id) {
        return sessions.read(s -> s.get(BOOK, id));
    }

    @Override
    public Mono<Book> findShared(long id) {
        return finds.get(id);
    }

    @Override
    public Mono<List<Book>> books(long first, long last) {
        return sessions.read(
                s -> s.all(select(BOOK).where(BOOK.id.between(first, last)).orderBy(BOOK.id.asc())));
    }

    @Override
    public Flux<Book> allBooks() {
        return sessions.readMany(s -> s.stream(select(BOOK)));
    }

    @Override
    public Mono<List<Author>> authorsWithBooks(long first, long last) {
        return sessions.read(s -> s.all(select(AUTHOR)
                .where(AUTHOR.id.between(first, last))
                .orderBy(AUTHOR.id.asc())
                .options(selectin(AUTHOR.books))));
    }

    @Override
    public Mono<List<Author>> authorsWithTags(long first, long last) {
        return sessions.read(s -> s.all(select(AUTHOR)
                .where(AUTHOR.id.between(first, last))
                .orderBy(AUTHOR.id.asc())
                .options(selectin(AUTHOR.books).then(selectin(BOOK.tags)))));
    }

    @Override
    public Mono<List<Long>> insert(List<BookData> books) {
        return sessions.transaction(s -> {
            List<Book> added = new ArrayList<>(books.size());
            for (BookData book : books) {
                added.add(entity(reference(book.authorId()), book));
            }
            s.addAll(added);
            return s.flush()
                    .then(Mono.fromSupplier(
                            () -> added.stream().map(Book::getId).toList()));
        });
    }

    @Override
    public Mono<Void> rename(long first, long last, String suffix) {
        return sessions.transaction(s -> s.all(
                        select(AUTHOR).where(AUTHOR.id.between(first, last)).orderBy(AUTHOR.id.asc()))
                .doOnNext(authors -> authors.forEach(author -> author.setName("author " + author.getId() + suffix)))
                .then());
    }

    @Override
    public Mono<Long> publish(long authorId, String name, BookData book) {
        return sessions.transaction(s -> s.get(AUTHOR, authorId).map(author -> {
                    author.setName(name);
                    return s.add(entity(author, book));
                }))
                .map(Book::getId);
    }

    /** What a loaded book has for an author that was not loaded. */
    private static Author reference(long id) {
        return Objects.requireNonNull(AUTHOR.model().reference()).apply(id);
    }

    private static Book entity(Author author, BookData book) {
        return new Book(author, book.title(), book.isbn(), book.price(), book.published(), book.pages());
    }

    @Override
    public BookData book(Book book) {
        return Entities.data(book);
    }

    @Override
    public AuthorData author(Author author, boolean withTags) {
        return Entities.data(author, withTags);
    }

    @Override
    public void close() {
        engine.close(Duration.ofSeconds(5)).block();
    }
}
