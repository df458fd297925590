package io.fluxalchemy.benchmarks.workload;

import io.fluxalchemy.benchmarks.contender.AuthorData;
import io.fluxalchemy.benchmarks.contender.BookData;
import io.fluxalchemy.benchmarks.contender.Contender;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Runs the workloads with one contender: once for the database to count, or for a time with a meter. What is read is compared
 * with what plain SQL reads before the meter starts; what was written is compared after each operation, with the meter stopped.
 */
final class Runs<A, B> {

    private static final int CHUNK = 500;
    private static final int CLIENTS = 32;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Contender<A, B> contender;
    private final Library library;
    private final Size size;
    private final SplittableRandom random = new SplittableRandom(42);
    /** Begins names no other contender has written: a unit of work would rightly not write what is there already. */
    private final String prefix = UUID.randomUUID() + "/";

    private int counter;

    Runs(Contender<A, B> contender, Library library) {
        this.contender = contender;
        this.library = library;
        this.size = library.size();
    }

    /** One operation, for the server to count its statements. */
    void once(Workload workload) {
        perform(workload, new Meter(), 1);
    }

    /** Operations for a time, at least one; nothing they do goes unchecked. */
    Figures measure(Workload workload, Duration time) {
        check(workload);
        Meter meter = new Meter();
        int chunk = 1;
        long slow = time.toNanos() / 8;
        do {
            long before = meter.nanos();
            perform(workload, meter, chunk);
            if (workload.units() == 1 && chunk < CHUNK && meter.nanos() - before < slow) {
                chunk = Math.min(CHUNK, chunk * 4);
            }
        } while (meter.nanos() < time.toNanos());
        return meter.figures();
    }

    private void perform(Workload workload, Meter meter, int operations) {
        switch (workload) {
            case W1 -> timed(meter, operations, ids(operations).concatMap(contender::find, 1));
            case W1X32 -> timed(meter, operations, ids(operations).flatMap(contender::find, CLIENTS));
            case W1X32C -> timed(meter, operations, ids(operations).flatMap(contender::findShared, CLIENTS));
            case W2 -> timed(meter, 1, contender.books(1_001, 2_000));
            case W2B -> timed(meter, 1, contender.allBooks());
            case W3 -> timed(meter, 1, contender.authorsWithBooks(101, 200));
            case W3B -> timed(meter, 1, contender.authorsWithTags(101, 150));
            case W4 -> insert(meter);
            case W5 -> rename(meter);
            case W6 -> publish(meter, operations);
            default -> throw new IllegalArgumentException(workload.name());
        }
    }

    private Flux<Long> ids(int operations) {
        return Flux.range(0, operations).map(any -> random.nextLong(1, size.books() + 1));
    }

    private static void timed(Meter meter, int operations, Mono<?> work) {
        meter.start();
        work.block(LIMIT);
        meter.stop(operations);
    }

    private static void timed(Meter meter, int operations, Flux<?> work) {
        meter.start();
        work.blockLast(LIMIT);
        meter.stop(operations);
    }

    private void insert(Meter meter) {
        List<BookData> books = newBooks(size.inserts());
        Mono<List<Long>> work = contender.insert(books);
        meter.start();
        List<Long> ids = result(work);
        meter.stop(1);
        List<BookData> expected = new ArrayList<>(size.inserts());
        for (int i = 0; i < size.inserts(); i++) {
            expected.add(withId(books.get(i), ids.get(i)));
        }
        expected.sort((one, other) -> Long.compare(one.id(), other.id()));
        same("inserted", library.added(), expected);
        library.removeAdded();
    }

    private void rename(Meter meter) {
        String suffix = ", edition " + prefix + counter++;
        long versions = library.number("select sum(version) from author");
        Mono<Void> work = contender.rename(1, size.renames(), suffix);
        meter.start();
        work.block(LIMIT);
        meter.stop(1);
        same(
                "renamed",
                library.number("select count(*) from author where id <= " + size.renames()
                        + " and name = 'author ' || id || '" + suffix + "'"),
                (long) size.renames());
        same("versions", library.number("select sum(version) from author") - versions, (long) size.renames());
    }

    /** Each client has authors of its own, so that none meets a version another has just written. */
    private void publish(Meter meter, int operations) {
        long books = library.number("select count(*) from book");
        long versions = library.number("select sum(version) from author");
        List<BookData> added = newBooks(operations);
        int start = counter++;
        int each = size.authors() / CLIENTS;
        String name = "published " + prefix + start;
        Flux<Long> work = Flux.range(0, operations)
                .flatMap(
                        i -> contender.publish(
                                (long) i % CLIENTS * each + (start * 16 + i / CLIENTS) % each + 1, name, added.get(i)),
                        CLIENTS);
        meter.start();
        List<Long> ids = result(work.collectList());
        meter.stop(operations);
        same("distinct ids", ids.stream().distinct().count(), (long) operations);
        same("books", library.number("select count(*) from book") - books, (long) operations);
        same("versions", library.number("select sum(version) from author") - versions, (long) operations);
        same("names", library.number("select count(*) from author where name = '" + name + "'"), (long) operations);
        library.removeAdded();
    }

    private List<BookData> newBooks(int count) {
        int start = counter++;
        List<BookData> books = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            books.add(new BookData(
                    0,
                    1 + i % size.authors(),
                    "A new book " + start + "/" + i,
                    "979-" + i,
                    BigDecimal.valueOf(105 + i % 5_000 * 10, 2),
                    LocalDate.of(2000, 1, 1).plusDays(i),
                    i % 1_000,
                    List.of()));
        }
        return books;
    }

    private static BookData withId(BookData book, long id) {
        return new BookData(
                id,
                book.authorId(),
                book.title(),
                book.isbn(),
                book.price(),
                book.published(),
                book.pages(),
                List.of());
    }

    /** Compares what a reading workload gives with what plain SQL reads. */
    private void check(Workload workload) {
        switch (workload) {
            case W1, W1X32 -> {
                for (long id : List.of(1L, 777L, (long) size.books())) {
                    same(
                            "book",
                            contender.book(result(contender.find(id))),
                            library.books("b.id = " + id).get(0));
                }
            }
            case W1X32C -> shared();
            case W2 ->
                same("books", data(result(contender.books(1_001, 2_000))), library.books("b.id between 1001 and 2000"));
            case W2B -> {
                List<BookData> all =
                        new ArrayList<>(data(result(contender.allBooks().collectList())));
                all.sort((one, other) -> Long.compare(one.id(), other.id()));
                same("all books", all, library.books("true"));
            }
            case W3 ->
                same(
                        "authors with books",
                        authors(result(contender.authorsWithBooks(101, 200)), false),
                        library.authors(101, 200, false));
            case W3B ->
                same(
                        "authors with tags",
                        authors(result(contender.authorsWithTags(101, 150)), true),
                        library.authors(101, 150, true));
            default -> {
                // what writes is compared after each operation
            }
        }
    }

    /** Many at once, each id twice and as many that there are not: each client has the book it asked for. */
    private void shared() {
        List<Long> ids = ids(200).collectList().block(LIMIT);
        List<BookData> found = Flux.fromIterable(Objects.requireNonNull(ids))
                .flatMapSequential(id -> Flux.concat(asked(id), asked(-id)).mergeWith(asked(id)), CLIENTS)
                .map(contender::book)
                .collectList()
                .block(LIMIT);
        List<BookData> expected = new ArrayList<>();
        for (long id : ids) {
            BookData book = library.books("b.id = " + id).get(0);
            expected.add(book);
            expected.add(book);
        }
        same("books found together", Objects.requireNonNull(found), expected);
    }

    /** From a thread of no contender's: Hibernate Reactive joins a session that is open in the Vert.x context it is called in. */
    private Mono<B> asked(long id) {
        return Mono.defer(() -> contender.findShared(id)).subscribeOn(Schedulers.parallel());
    }

    private List<BookData> data(List<B> books) {
        return books.stream().map(contender::book).toList();
    }

    private List<AuthorData> authors(List<A> authors, boolean withTags) {
        return authors.stream()
                .map(author -> contender.author(author, withTags))
                .toList();
    }

    private static <T> T result(Mono<T> work) {
        return Objects.requireNonNull(work.block(LIMIT), "nothing was read");
    }

    private static void same(String what, Object actual, Object expected) {
        if (!actual.equals(expected)) {
            throw new IllegalStateException(
                    what + " are wrong: " + shortened(actual) + " instead of " + shortened(expected));
        }
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() < 400 ? text : text.substring(0, 400) + "…";
    }
}
