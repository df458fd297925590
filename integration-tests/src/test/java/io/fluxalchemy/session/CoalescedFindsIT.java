package io.fluxalchemy.session;

import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.session.library.Biography_.BIOGRAPHY;
import static io.fluxalchemy.session.library.Book_.BOOK;
import static io.fluxalchemy.session.library.Tag_.TAG;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.model.UnloadedException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.mapping.session.CoalescedFinds;
import io.fluxalchemy.session.copies.Copy;
import io.fluxalchemy.session.copies.CopyId;
import io.fluxalchemy.session.copies.Copy_;
import io.fluxalchemy.session.copies.Loan;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Biography;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.session.library.Employee;
import io.fluxalchemy.session.library.Tag;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Finds that share statements give each caller what a find by itself gives, on every database. */
class CoalescedFindsIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int AUTHORS = 300;
    private static final int CONNECTIONS = 3;

    private static final Map<DatabaseKind, TestDatabase> DATABASES = new EnumMap<>(DatabaseKind.class);
    private static final Map<DatabaseKind, LibraryDatabase> LIBRARIES = new EnumMap<>(DatabaseKind.class);
    private static final Map<DatabaseKind, List<Author>> STORED = new EnumMap<>(DatabaseKind.class);

    private static LibraryDatabase library(DatabaseKind kind) {
        LibraryDatabase library = LIBRARIES.computeIfAbsent(kind, CoalescedFindsIT::stored);
        library.forget();
        return library;
    }

    private static LibraryDatabase stored(DatabaseKind kind) {
        LibraryDatabase library =
                new LibraryDatabase(DATABASES.computeIfAbsent(kind, TestDatabase::of), CONNECTIONS).create();
        List<Author> authors = IntStream.range(0, AUTHORS)
                .mapToObj(i -> new Author("author " + i, "book of " + i))
                .toList();
        library.await(library.sessions.transaction(s -> {
            s.addAll(authors);
            return s.flush();
        }));
        STORED.put(kind, authors);
        return library;
    }

    @AfterAll
    static void stop() {
        LIBRARIES.values().forEach(LibraryDatabase::close);
        DATABASES.values().forEach(TestDatabase::close);
    }

    private static long id(DatabaseKind kind, int i) {
        return STORED.get(kind).get(i).getId();
    }

    /** Whoever asks now waits, until what is returned runs. */
    private static Runnable holdingEveryConnection(LibraryDatabase library) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(CONNECTIONS);
        Sinks.Empty<Void> release = Sinks.empty();
        for (int i = 0; i < CONNECTIONS; i++) {
            library.engine
                    .read(c -> c.all(select(AUTHOR.id).limit(1))
                            .doOnNext(ids -> held.countDown())
                            .then(release.asMono()))
                    .subscribe();
        }
        assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
        return release::tryEmitEmpty;
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyCallerHasTheRowOfItsIdInAnObjectOfItsOwn(DatabaseKind kind) throws Exception {
        LibraryDatabase library = library(kind);
        CoalescedFinds<Author, Long> finds = library.sessions.coalescedFinds(AUTHOR);
        Set<Author> objects = Collections.newSetFromMap(new IdentityHashMap<>());
        Runnable release = holdingEveryConnection(library);
        // each id three times, all at once, and as many ids that nobody has
        CompletableFuture<List<Integer>> finding = Flux.range(0, 3 * AUTHORS)
                .flatMap(
                        i -> finds.get(id(kind, i % AUTHORS))
                                .doOnNext(author -> assertThat(author.getName()).isEqualTo("author " + i % AUTHORS))
                                .doOnNext(objects::add)
                                .thenReturn(i)
                                .mergeWith(finds.get(-1L - i).map(author -> -1)),
                        3 * AUTHORS)
                .collectList()
                .toFuture();
        release.run();
        List<Integer> found = finding.get(60, TimeUnit.SECONDS);
        assertThat(found).hasSize(3 * AUTHORS).doesNotContain(-1);
        assertThat(objects).hasSize(3 * AUTHORS);
        assertThat(library.statements()).hasSizeLessThan(AUTHORS);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theObjectIsThatOfAFindByItself(DatabaseKind kind) {
        LibraryDatabase library = library(kind);
        List<Book> books = library.await(library.sessions.read(
                s -> s.all(select(BOOK).orderBy(BOOK.id.asc()).limit(2))));
        CoalescedFinds<Book, Long> finds = library.sessions.coalescedFinds(BOOK);
        List<Book> found = library.await(Flux.fromIterable(books)
                .concatWith(Flux.fromIterable(books))
                .flatMapSequential(book -> finds.get(book.getId())));
        Book first = found.get(0);
        assertThat(first.getTitle()).isEqualTo(books.get(0).getTitle());
        assertThat(first.getAuthor().getId()).isEqualTo(books.get(0).getAuthor().getId());
        assertThat(first.getAuthor()).isNotSameAs(found.get(2).getAuthor());
        assertThatThrownBy(() -> first.getAuthor().getName()).isInstanceOf(UnloadedException.class);
        assertThatThrownBy(() -> first.getTags().size()).isInstanceOf(UnloadedException.class);
        // and of no session: another one takes it as detached
        Author author = library.await(library.sessions.coalescedFinds(AUTHOR).get(id(kind, 0)));
        library.await(library.sessions.transaction(s -> {
            assertThat(s.contains(author)).isFalse();
            return s.get(AUTHOR, author.getId(), selectin(AUTHOR.books))
                    .doOnNext(mine -> assertThat(mine).isNotSameAs(author));
        }));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void insideAScopeAFindRunsThere(DatabaseKind kind) {
        LibraryDatabase library = library(kind);
        CoalescedFinds<Tag, String> finds = library.sessions.coalescedFinds(TAG);
        String code = "only here";
        library.await(library.sessions
                .transaction(s -> s.persist(new Tag(code))
                        .flatMap(tag -> finds.get(code)
                                .doOnNext(found -> assertThat(found).isSameAs(tag))
                                .then(Mono.error(new IllegalStateException("undo")))))
                .onErrorResume(IllegalStateException.class, e -> Mono.empty()));
        Mono<Tag> onConnection = library.engine.transaction(c -> library.sessions
                .transaction(s -> s.persist(new Tag(code)))
                .then(finds.get(code))
                .flatMap(found -> Mono.<Tag>error(new IllegalStateException("undo " + found.getCode()))));
        StepVerifier.create(onConnection).expectErrorMessage("undo " + code).verify(LONG);
        StepVerifier.create(finds.get(code)).expectComplete().verify(LONG);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aFindSeesWhatWasCommittedBeforeIt(DatabaseKind kind) {
        LibraryDatabase library = library(kind);
        CoalescedFinds<Author, Long> finds = library.sessions.coalescedFinds(AUTHOR);
        long id = id(kind, AUTHORS - 1);
        String before = "author " + (AUTHORS - 1);
        // finds of others keep statements under way meanwhile
        Mono<Void> others = Flux.range(0, 2_000)
                .flatMap(i -> finds.get(id(kind, i % 100)), 8)
                .subscribeOn(Schedulers.parallel())
                .then();
        Flux<String> work = Flux.range(0, 30)
                .concatMap(i -> library.sessions
                        .transaction(s -> s.get(AUTHOR, id).doOnNext(author -> author.setName(before + "/" + i)))
                        .then(finds.get(id))
                        .map(author -> author.getName() + " " + i));
        List<String> names = library.await(work.mergeWith(others.then(Mono.empty())));
        assertThat(names)
                .containsExactlyElementsOf(IntStream.range(0, 30)
                        .mapToObj(i -> before + "/" + i + " " + i)
                        .toList());
        library.await(library.sessions.transaction(s -> s.get(AUTHOR, id).doOnNext(author -> author.setName(before))));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void anErrorReachesEveryCallerAndLaterFindsWork(DatabaseKind kind) {
        LibraryDatabase library = library(kind);
        CoalescedFinds<Author, Long> finds = library.sessions.coalescedFinds(AUTHOR);
        library.run("alter table biography rename to biography_gone");
        CoalescedFinds<Biography, UUID> gone = library.sessions.coalescedFinds(BIOGRAPHY);
        try {
            List<String> errors = library.await(Flux.range(1, 50)
                    .flatMap(i -> gone.get(UUID.randomUUID())
                            .map(b -> "found")
                            .onErrorResume(e -> Mono.just(e.getClass().getSimpleName()))));
            assertThat(errors).hasSize(50).containsOnly("SqlSyntaxException");
        } finally {
            library.run("alter table biography_gone rename to biography");
        }
        StepVerifier.create(gone.get(UUID.randomUUID())).expectComplete().verify(LONG);
        StepVerifier.create(finds.get(id(kind, 0)))
                .expectNextCount(1)
                .expectComplete()
                .verify(LONG);
        StepVerifier.create(finds.get(noId()))
                .expectError(MappingException.class)
                .verify(LONG);
    }

    private static <T> T noId() {
        return null;
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void findsCancelledAtAnyMomentLoseNobodyAndLeaveNothing(DatabaseKind kind) {
        LibraryDatabase library = library(kind);
        CoalescedFinds<Author, Long> finds = library.sessions.coalescedFinds(AUTHOR);
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        List<Mono<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            int author = random.nextInt(AUTHORS);
            int after = random.nextInt(4_000);
            Mono<Integer> call = finds.get(id(kind, author))
                    .doOnNext(found -> assertThat(found.getName()).isEqualTo("author " + author))
                    .thenReturn(1);
            calls.add(
                    random.nextInt(3) > 0
                            ? call
                            : call.takeUntilOther(Mono.delay(Duration.ofNanos(after * 1_000L)))
                                    .thenReturn(0));
        }
        List<Integer> ended = library.await(Flux.fromIterable(calls).flatMap(call -> call, 64));
        assertThat(ended).as("seed " + seed).hasSize(2_000);
        library.await(library.engine.pendingCleanup());
        Mono<Integer> held = Mono.fromSupplier(() -> library.engine.pool().acquired());
        library.await(held.filter(count -> count == 0)
                .repeatWhenEmpty(500, again -> again.delayElements(Duration.ofMillis(10)))
                .switchIfEmpty(Mono.error(() -> new AssertionError("seed " + seed + ": a connection is missing"))));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void anEngineThatIsClosedLeavesNobodyWaiting(DatabaseKind kind) throws Exception {
        library(kind);
        AsyncEngine closing =
                AsyncEngine.builder().url(DATABASES.get(kind).url()).maxSize(1).build();
        AsyncSessionFactory sessions =
                AsyncSessionFactory.of(closing, Author.class, Book.class, Tag.class, Biography.class, Employee.class);
        CoalescedFinds<Author, Long> finds = sessions.coalescedFinds(AUTHOR);
        // the only connection is held, so that all wait: for it, or for those who wait for it
        CountDownLatch held = new CountDownLatch(1);
        Disposable holding = closing.read(c -> c.all(select(AUTHOR.id).limit(1))
                        .doOnNext(ids -> held.countDown())
                        .then(Mono.never()))
                .subscribe(never -> {}, closed -> {});
        assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<List<String>> waiting = Flux.range(0, 20)
                .flatMap(i -> finds.get(id(kind, i)).map(Author::getName).onErrorResume(e -> Mono.just("refused")))
                .collectList()
                .toFuture();
        closing.close(Duration.ofMillis(50)).block(LONG);
        List<String> heard = waiting.get(60, TimeUnit.SECONDS);
        holding.dispose();
        assertThat(heard).hasSize(20).containsOnly("refused");
        StepVerifier.create(finds.get(1L)).expectError().verify(LONG);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void idsOfTwoColumnsShareStatementsToo(DatabaseKind kind) {
        library(kind);
        AsyncEngine engine =
                AsyncEngine.builder().url(DATABASES.get(kind).url()).maxRows(10).build();
        try {
            AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, Copy.class, Loan.class);
            CoalescedFinds<Copy, CopyId> finds = sessions.coalescedFinds(Copy_.COPY);
            List<String> shelves = sessions.createAll()
                    .then(sessions.transaction(s -> {
                        IntStream.range(0, 90).forEach(i -> s.add(new Copy(new CopyId(i / 3, i % 3), "shelf " + i)));
                        return s.flush();
                    }))
                    .thenMany(Flux.range(0, 93)
                            .flatMapSequential(
                                    i -> finds.get(new CopyId(i / 3, i % 3)).map(Copy::getShelf), 93))
                    .collectList()
                    .block(LONG);
            assertThat(shelves)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 90).mapToObj(i -> "shelf " + i).toList());
        } finally {
            engine.close().block(LONG);
        }
    }
}
