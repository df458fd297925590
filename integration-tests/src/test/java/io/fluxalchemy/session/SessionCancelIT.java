package io.fluxalchemy.session;

import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.session.library.Book_.BOOK;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.session.library.Tag;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A cancelled unit of work on a pool of one: nothing leaks, nothing is half stored, and entities have no ids of rows that never were. */
class SessionCancelIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final int STATEMENTS_OF_THE_WORK = 16;

    private static LibraryDatabase library;

    private final AtomicInteger tags = new AtomicInteger();
    private final List<Author> made = new ArrayList<>();

    @BeforeAll
    static void start() {
        library = new LibraryDatabase(DATABASE, 1).create();
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    @BeforeEach
    void prepare() {
        library.afterEach(count -> {});
        library.clear();
        library.await(library.sessions.transaction(s -> s.persist(new Author("before", "a", "b"))));
    }

    private Author author(String name) {
        Author author = new Author(name, "x", "y");
        author.getBooks().get(0).getTags().add(new Tag("tag " + tags.incrementAndGet()));
        made.add(author);
        return author;
    }

    private Mono<Long> work() {
        return Mono.defer(() -> {
            made.clear();
            return library.sessions.transaction(s -> s.all(
                            select(AUTHOR).options(selectin(AUTHOR.books).then(selectin(BOOK.tags))))
                    .doOnNext(all -> all.get(0).add(new Book("c")))
                    .then(s.persist(author("one")))
                    .then(s.nested(n -> n.persist(author("two")).then(Mono.error(new IllegalStateException("undo"))))
                            .onErrorResume(e -> Mono.empty()))
                    .thenMany(s.insertAll(Flux.just(author("three"))))
                    .then(s.count(select(AUTHOR))));
        });
    }

    @Test
    void theWorkItselfStoresThreeAuthors() {
        library.forget();
        assertThat(library.await(work())).isEqualTo(3);
        assertThat(library.statements().size()).isEqualTo(STATEMENTS_OF_THE_WORK);
        assertThat(stored()).isEqualTo(3);
        assertThat(made.get(0).getId()).isNotNull();
        assertThat(made.get(2).getId()).as("rolled back to the savepoint").isNull();
    }

    @Test
    void aCancelAfterAnyStatementLeavesNothingBehind() {
        for (int n = 1; n <= STATEMENTS_OF_THE_WORK; n++) {
            int at = n;
            Sinks.Empty<Void> cancel = Sinks.empty();
            library.forget();
            library.afterEach(count -> {
                if (count == at) {
                    cancel.tryEmitEmpty();
                }
            });
            library.await(work().takeUntilOther(cancel.asMono()));
            library.afterEach(count -> {});
            quiet("statement " + n);
            assertThat(stored()).as("cancelled after statement " + n).isEqualTo(1);
            assertThat(made.get(0).getId()).as("cancelled after statement " + n).isNull();
        }
    }

    @Test
    void aCancelAtAnyMomentLeavesNothingBehind() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            long before = stored();
            Duration after = Duration.ofNanos(random.nextInt(30_000_000));
            boolean isDone = library.await(
                    work().map(total -> true).takeUntilOther(Mono.delay(after)).defaultIfEmpty(false));
            quiet("seed " + seed + ", cancelled after " + after);
            long stored = stored() - before;
            assertThat(stored).as("seed " + seed).isIn(0L, 2L);
            assertThat(isDone && stored == 0).as("seed " + seed).isFalse();
        }
    }

    /** The body goes on while its caller leaves and ids are taken back: its next verb must not meet a session that has ended. */
    @Test
    void whoLeavesDoesNotHearThatTheSessionHasEnded() throws Exception {
        for (int i = 0; i < 10; i++) {
            List<Author> authors = IntStream.range(0, 1_000)
                    .mapToObj(n -> new Author("author " + n))
                    .toList();
            Sinks.Empty<Void> go = Sinks.empty();
            Sinks.Empty<Void> leave = Sinks.empty();
            CompletableFuture<Long> left = library.sessions
                    .transaction(s -> {
                        s.addAll(authors);
                        return s.flush()
                                .then(go.asMono())
                                .thenMany(s.insertAll(Flux.<Author>empty()))
                                .count();
                    })
                    .takeUntilOther(leave.asMono())
                    .toFuture();
            while (go.currentSubscriberCount() == 0) {
                Thread.onSpinWait();
            }
            CountDownLatch watching = new CountDownLatch(1);
            CompletableFuture<Void> going = CompletableFuture.runAsync(() -> {
                watching.countDown();
                while (authors.get(999).getId() != null) {
                    VarHandle.fullFence();
                }
                go.tryEmitEmpty();
            });
            watching.await();
            leave.tryEmitEmpty();
            assertThat(left.get(60, TimeUnit.SECONDS)).as("attempt " + i).isNull();
            going.get(60, TimeUnit.SECONDS);
            quiet("attempt " + i);
        }
    }

    @Test
    void aCancelledStreamGivesItsConnectionBack() {
        for (int taken = 0; taken < 3; taken++) {
            library.await(library.sessions
                    .readMany(s -> s.stream(select(AUTHOR).options(selectin(AUTHOR.books))))
                    .take(taken));
            quiet("taken " + taken);
        }
    }

    private static long stored() {
        return library.await(library.engine.one(select(count(AUTHOR.id))));
    }

    private static void quiet(String when) {
        library.await(library.engine.pendingCleanup());
        Mono<Integer> held = Mono.fromSupplier(() -> library.engine.pool().acquired());
        library.await(held.filter(count -> count == 0)
                .repeatWhenEmpty(500, again -> again.delayElements(Duration.ofMillis(10)))
                .switchIfEmpty(Mono.error(() -> new AssertionError(when + ": a connection was not given back"))));
        assertThat(library.engine.pool().pending()).as(when).isZero();
    }
}
