package io.fluxalchemy.session;

import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.EngineListener;
import io.fluxalchemy.engine.StatementEvent;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Biography;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.session.library.Employee;
import io.fluxalchemy.session.library.Tag;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An engine with the library's tables, and the statements it ran. */
final class LibraryDatabase implements EngineListener, AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(60);

    final AsyncEngine engine;
    final AsyncSessionFactory sessions;
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private volatile IntConsumer afterEach = count -> {};

    LibraryDatabase(TestDatabase database, int connections) {
        engine = AsyncEngine.builder()
                .url(database.url())
                .maxSize(connections)
                .acquireTimeout(LONG) // a busy machine is no fault
                .listener(this)
                .build();
        sessions = AsyncSessionFactory.of(engine, Author.class, Book.class, Tag.class, Biography.class, Employee.class);
    }

    LibraryDatabase create() {
        await(sessions.createAll());
        return this;
    }

    /** Empties every table. */
    void clear() {
        run(
                "delete from book_tag",
                "delete from tag",
                "delete from biography",
                "delete from book",
                "delete from author",
                "update employee set boss_id = null",
                "delete from employee");
        statements.clear();
    }

    /** An author who is in the database, with books; what storing them took is forgotten. */
    Author saved(String name, String... titles) {
        Author author = await(sessions.transaction(s -> s.persist(new Author(name, titles))));
        forget();
        return author;
    }

    /** How many authors are in the database. */
    long stored() {
        return await(engine.one(select(count(AUTHOR.id))));
    }

    void run(String... texts) {
        Flux.fromArray(texts).concatMap(text -> engine.execute(sql(text))).blockLast(LONG);
    }

    <T> T await(Mono<T> work) {
        return work.block(LONG);
    }

    <T> List<T> await(Flux<T> work) {
        return work.collectList().block(LONG);
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    void forget() {
        statements.clear();
    }

    /** Called with the number of statements run since {@link #forget()}, after each. */
    void afterEach(IntConsumer action) {
        afterEach = action;
    }

    @Override
    public void onStatement(StatementEvent event) {
        statements.add(event.sql());
        afterEach.accept(statements.size());
    }

    @Override
    public void close() {
        engine.close().block(LONG);
    }
}
