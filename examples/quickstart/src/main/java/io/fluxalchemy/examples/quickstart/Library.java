package io.fluxalchemy.examples.quickstart;

import static io.fluxalchemy.examples.quickstart.Author_.AUTHOR;
import static io.fluxalchemy.examples.quickstart.Book_.BOOK;
import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.select;

import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import java.util.List;
import reactor.core.publisher.Mono;

public class Library {

    public record Shelf(String author, long books) {}

    private final AsyncSessionFactory sessions;

    public Library(AsyncSessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Stores an author with all books: two statements, keys written back, committed before the value is emitted. */
    public Mono<Author> add(String name, String... titles) {
        return sessions.transaction(s -> s.persist(new Author(name, titles)));
    }

    /** A page of authors with their books: two statements, whatever the size; a null prefix drops the condition. */
    public Mono<List<Author>> list(String prefix) {
        return sessions.read(s -> s.all(select(AUTHOR)
                .where(AUTHOR.name.startsWithIf(prefix))
                .options(selectin(AUTHOR.books))
                .orderBy(AUTHOR.name.asc())
                .limit(20)));
    }

    /** Changes one column of one row: the session finds out what changed. */
    public Mono<Book> rename(long id, String title) {
        return sessions.transaction(s -> s.get(BOOK, id).doOnNext(book -> book.setTitle(title)));
    }

    /** Typed rows without entities. */
    public Mono<List<Shelf>> shelves() {
        return sessions.read(s -> s.all(select(AUTHOR.name, count(BOOK.id))
                .into(Shelf::new)
                .from(AUTHOR)
                .leftJoin(AUTHOR.books)
                .groupBy(AUTHOR.name)
                .orderBy(AUTHOR.name.asc())));
    }
}
