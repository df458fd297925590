package io.fluxalchemy.jvm;

import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.session.library.Book_.BOOK;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Biography;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.session.library.Employee;
import io.fluxalchemy.session.library.Tag;
import java.time.Duration;
import reactor.core.publisher.Flux;

/** Reads many rows, then many entities with their parents, asking for a few at a time, in little memory. */
final class StreamProgram {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private StreamProgram() {}

    /** @param arguments URL, rows, entities */
    public static void main(String[] arguments) {
        int rows = Integer.parseInt(arguments[1]);
        int entities = Integer.parseInt(arguments[2]);
        AsyncEngine engine = AsyncEngine.builder().url(arguments[0]).maxSize(2).build();
        AsyncSessionFactory sessions =
                AsyncSessionFactory.of(engine, Author.class, Book.class, Tag.class, Biography.class, Employee.class);
        System.out.println("rows="
                + count(engine.stream(sql("select g, repeat('x', 100) as filling from generate_series(1, :rows) g")
                        .bind("rows", rows)
                        .map(row -> row.get("filling", String.class)))));
        sessions.createAll().block(PATIENCE);
        run(
                engine,
                "insert into author (id, name, version) overriding system value select g, 'author ' || g, 0 from generate_series(1, 1000) g");
        run(
                engine,
                "insert into book (title, author_id) select 'book ' || g, 1 + g % 1000 from generate_series(1, "
                        + entities + ") g");
        System.out.println("entities="
                + count(sessions.readMany(s -> s.stream(select(BOOK).options(selectin(BOOK.author)))
                        .filter(book -> book.getAuthor().getName().startsWith("author ")))));
        System.out.println("acquired=" + engine.pool().acquired());
        engine.close().block(PATIENCE);
    }

    private static void run(AsyncEngine engine, String sql) {
        engine.execute(sql(sql)).block(PATIENCE);
    }

    /** As a slow consumer: a hundred at a time. */
    private static long count(Flux<?> values) {
        return values.limitRate(100).count().block(PATIENCE);
    }
}
