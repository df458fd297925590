package io.fluxalchemy.session;

import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.session.library.Book_.BOOK;
import static io.fluxalchemy.session.library.Employee_.EMPLOYEE;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.HeldLock;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.TransactionDoomedException;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.mapping.flush.StaleEntityException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Biography;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.session.library.Employee;
import io.fluxalchemy.session.library.Tag;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** What a unit of work that fails, is cancelled or came too late takes back. */
class SessionUndoIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static LibraryDatabase library;
    private static AsyncSessionFactory sessions;

    @BeforeAll
    static void start() {
        library = new LibraryDatabase(DATABASE, 3).create();
        sessions = library.sessions;
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    @BeforeEach
    void clear() {
        library.clear();
    }

    @Test
    void anErrorRollsBackAndTakesIdsAndVersionsBack() {
        Author added = new Author("Lem", "Solaris");
        Author existing = library.saved("Le Guin");
        AtomicReference<Author> changed = new AtomicReference<>();
        assertThatThrownBy(() -> library.await(sessions.transaction(s -> s.get(AUTHOR, existing.getId())
                        .doOnNext(found -> {
                            changed.set(found);
                            found.setName("changed");
                        })
                        .then(s.persist(added))
                        .doOnNext(done -> {
                            assertThat(done.getId()).isNotNull();
                            assertThat(changed.get().getVersion()).isEqualTo(1);
                        })
                        .then(Mono.error(new IllegalStateException("no"))))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(added.getId()).isNull();
        assertThat(added.getBooks().get(0).getId()).isNull();
        assertThat(changed.get().getVersion()).isZero();
        assertThat(library.stored()).isEqualTo(1);
        library.await(sessions.transaction(s -> s.persist(added)));
        assertThat(library.stored()).isEqualTo(2);
    }

    @Test
    void aFailedFlushLeavesSessionAndDatabase() {
        Author good = new Author("good");
        Author bad = new Author("x".repeat(201));
        assertThatThrownBy(() -> library.await(sessions.transaction(s -> {
                    s.addAll(List.of(good, bad));
                    return s.flush().onErrorResume(e -> {
                        assertThat(good.getId()).isNull();
                        assertThat(s.contains(good)).isTrue();
                        return Mono.error(e);
                    });
                })))
                .isInstanceOf(RuntimeException.class);
        assertThat(good.getId()).isNull();
        assertThat(library.stored()).isZero();
    }

    @Test
    void aSavepointTakesBackOnlyWhatWasDoneInside() {
        Author existing = library.saved("Le Guin", "a");
        Author inside = new Author("inside");
        AtomicReference<Author> found = new AtomicReference<>();
        library.await(sessions.transaction(s -> s.get(AUTHOR, existing.getId(), selectin(AUTHOR.books))
                .doOnNext(found::set)
                .doOnNext(author -> author.setName("changed outside"))
                .then(s.nested(n -> {
                            found.get().setName("changed inside");
                            found.get().add(new Book("b"));
                            n.add(inside);
                            return n.flush().then(Mono.<Author>error(new IllegalStateException("undo")));
                        })
                        .onErrorResume(e -> {
                            assertThat(e).hasMessage("undo");
                            assertThat(found.get().getName()).isEqualTo("changed outside");
                            assertThat(found.get().getBooks()).hasSize(1);
                            assertThat(inside.getId()).isNull();
                            assertThat(s.contains(inside)).isFalse();
                            return Mono.empty();
                        }))
                .then(s.persist(new Author("after")))));
        List<String> names =
                library.await(library.engine.all(select(AUTHOR.name).orderBy(AUTHOR.name.asc())));
        assertThat(names).containsExactly("after", "changed outside");
        assertThat(library.await(library.engine.one(select(count(BOOK.id))))).isEqualTo(1);
    }

    @Test
    void aCancelledSavepointTakesBackWhatWasDoneInside() {
        Author existing = library.saved("Le Guin");
        Author inside = new Author("inside");
        library.await(sessions.transaction(s -> s.get(AUTHOR, existing.getId())
                .flatMap(found -> s.nested(n -> {
                            found.setName("changed inside");
                            n.add(inside);
                            return n.flush().then(n.execute(sql("select pg_sleep(20)")));
                        })
                        .timeout(Duration.ofMillis(500), Mono.just(0L))
                        .then(s.persist(new Author("after")))
                        .doOnNext(after -> {
                            assertThat(found.getName()).isEqualTo("Le Guin");
                            assertThat(inside.getId()).isNull();
                            assertThat(s.contains(inside)).isFalse();
                        }))));
        assertThat(library.await(library.engine.all(select(AUTHOR.name).orderBy(AUTHOR.name.asc()))))
                .containsExactly("Le Guin", "after");
    }

    @Test
    void aFlushThatFailedDoomsTheTransactionThatSwallowsIt() {
        library.run("insert into tag (code) values ('taken')");
        Author good = new Author("good");
        assertThatThrownBy(() -> library.await(sessions.transaction(s -> {
                    s.addAll(List.of(good, new Tag("taken")));
                    return s.flush().onErrorResume(e -> Mono.empty()).then(s.count(select(AUTHOR)));
                })))
                .isInstanceOf(TransactionDoomedException.class)
                .hasMessageContaining("a flush of this session did not end well")
                .hasMessageContaining("nested(…)")
                .hasCauseInstanceOf(UniqueViolationException.class);
        assertThat(good.getId()).isNull();
        Long kept = library.await(sessions.transaction(s -> s.nested(n -> n.persist(new Tag("taken")))
                .onErrorResume(e -> Mono.empty())
                .then(s.persist(new Author("kept")))
                .then(s.count(select(AUTHOR)))));
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void aFlushCancelledWhileItWritesDoomsTheTransaction() {
        library.run(
                "create function nap() returns trigger as $$ begin perform " + HeldLock.CALL
                        + "; return new; end $$ language plpgsql",
                "create trigger nap before insert on employee for each row execute function nap()");
        AsyncEngine patient = patient();
        try (HeldLock lock = HeldLock.on(DATABASE.url())) {
            assertThatThrownBy(() -> library.await(on(patient)
                            .transaction(s -> s.persist(new Employee("slow"))
                                    .timeout(lock.isAwaited(), Mono.fromRunnable(lock::letGo))
                                    .then(Mono.just("went on")))))
                    .isInstanceOf(TransactionDoomedException.class)
                    .hasRootCauseMessage("a flush was cancelled while it was writing");
        }
        library.await(patient.close());
        library.run("drop trigger nap on employee", "drop function nap");
        assertThat(library.await(library.engine.one(select(count(EMPLOYEE.id)))))
                .isZero();
    }

    @Test
    void aSavepointThatCompletesIsKept() {
        library.await(sessions.transaction(
                s -> s.nested(n -> n.persist(new Author("inside"))).then(s.persist(new Author("outside")))));
        assertThat(library.stored()).isEqualTo(2);
    }

    @Test
    void anIndependentTransactionOutlivesTheOuterOne() {
        assertThatThrownBy(() -> library.await(sessions.transaction(s -> s.persist(new Author("outer"))
                        .then(sessions.requiresNew(own -> own.persist(new Author("own"))))
                        .then(Mono.error(new IllegalStateException("outer fails"))))))
                .hasMessage("outer fails");
        assertThat(library.await(library.engine.all(select(AUTHOR.name)))).containsExactly("own");
    }

    @Test
    void aJoinedBlockThatFailedDoomsTheTransactionThatSwallowsIt() {
        assertThatThrownBy(() -> library.await(sessions.transaction(s -> sessions.transaction(
                                inner -> inner.persist(new Author("x"))
                                        .then(Mono.<Author>error(new IllegalStateException("inner"))))
                        .onErrorResume(e -> Mono.empty())
                        .then(Mono.just("went on")))))
                .isInstanceOf(TransactionDoomedException.class)
                .hasRootCauseMessage("inner");
        assertThat(library.stored()).isZero();
    }

    @Test
    void mergeOfAnOldVersionIsRefused() {
        Author author = library.saved("Le Guin");
        Author detached = library.await(sessions.read(s -> s.get(AUTHOR, author.getId())));
        library.await(sessions.transaction(s -> s.get(AUTHOR, author.getId()).doOnNext(a -> a.setName("newer"))));
        detached.setName("older");
        assertThatThrownBy(() -> library.await(sessions.transaction(s -> s.merge(detached))))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("Author#" + author.getId());
    }

    @Test
    void anUpdateOfAnOldVersionIsRefused() {
        Author author = library.saved("Le Guin");
        assertThatThrownBy(() -> library.await(sessions.transaction(s -> s.get(AUTHOR, author.getId())
                        .flatMap(found -> sessions.requiresNew(other ->
                                        other.get(AUTHOR, author.getId()).doOnNext(same -> same.setName("first")))
                                .doOnNext(done -> found.setName("second"))))))
                .isInstanceOf(StaleEntityException.class);
        assertThat(library.await(library.engine.all(select(AUTHOR.name)))).containsExactly("first");
    }

    @Test
    void aRetriedTransactionBeginsWithFreshIds() {
        AtomicInteger attempts = new AtomicInteger();
        Author author = new Author("again");
        library.await(sessions.transaction(TransactionOptions.serializable().retry(3), s -> {
            assertThat(author.getId()).isNull();
            return s.persist(author)
                    .flatMap(done -> attempts.incrementAndGet() < 3
                            ? s.execute(sql("do $$ begin raise exception 'again' using errcode = '40001'; end $$"))
                                    .thenReturn(done)
                            : Mono.just(done));
        }));
        assertThat(attempts).hasValue(3);
        assertThat(library.stored()).isEqualTo(1);
    }

    @Test
    void theSessionStaysUsableWhenOneOperationIsCancelled() {
        AsyncEngine patient = patient();
        try (HeldLock lock = HeldLock.on(DATABASE.url())) {
            library.await(on(patient)
                    .transaction(s -> s.execute(sql("select " + HeldLock.CALL))
                            .timeout(lock.isAwaited(), Mono.fromRunnable(lock::letGo))
                            .then(s.persist(new Author("still")))));
        }
        library.await(patient.close());
        assertThat(library.stored()).isEqualTo(1);
    }

    /** Stops nothing on the server that ends by itself, however busy the machine is. */
    private static AsyncEngine patient() {
        return AsyncEngine.builder()
                .url(DATABASE.url())
                .operationDrain(Duration.ofMinutes(1))
                .maxSize(1)
                .build();
    }

    private static AsyncSessionFactory on(AsyncEngine engine) {
        return AsyncSessionFactory.of(engine, Author.class, Book.class, Tag.class, Biography.class, Employee.class);
    }
}
