package io.fluxalchemy.session;

import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.session.library.Book_.BOOK;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.mapping.session.CoalescedFinds;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Biography;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.session.library.Employee;
import io.fluxalchemy.session.library.Tag;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.engine.Statements;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Guards of speed that take no time: bytes allocated, statements run, texts compiled. Bytes are those of all threads, driver and
 * pool included; the bounds leave a quarter or more above what was measured when they were set.
 */
class ShortPathIT {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int AUTHORS = 1_000;
    private static final int RUNS = 2_000;
    private static final long BYTES_OF_A_FIND = 21_000;
    private static final int TOGETHER = 64;
    private static final long BYTES_OF_A_SHARED_FIND = 8_000;
    private static final long BYTES_OF_A_FIND_IN_A_TRANSACTION = 41_000;
    private static final long BYTES_OF_A_ROW = 1_000;
    private static final int INSERTED = 1_000;
    private static final long BYTES_OF_AN_INSERTED_ROW = 1_400;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static AsyncEngine engine;
    private static AsyncSessionFactory sessions;
    private static List<Long> ids;

    @BeforeAll
    static void start() {
        engine = AsyncEngine.create(DATABASE.url());
        sessions = factory(engine);
        List<Author> authors = IntStream.range(0, AUTHORS)
                .mapToObj(i -> new Author("author " + i, "a book", "another"))
                .toList();
        sessions.createAll()
                .then(sessions.transaction(s -> {
                    s.addAll(authors);
                    return s.flush();
                }))
                .block(LONG);
        ids = authors.stream().map(Author::getId).toList();
    }

    @AfterAll
    static void stop() {
        engine.close().block(LONG);
    }

    private static AsyncSessionFactory factory(AsyncEngine over) {
        return AsyncSessionFactory.of(over, Author.class, Book.class, Tag.class, Biography.class, Employee.class);
    }

    @Test
    void aFindAllocatesLittle() {
        assertThat(bytesOf(id -> sessions.read(s -> s.get(AUTHOR, id)))).isLessThan(BYTES_OF_A_FIND);
    }

    @Test
    void aFindThatSharesItsStatementAllocatesLittle() {
        CoalescedFinds<Author, Long> finds = sessions.coalescedFinds(AUTHOR);
        List<Long> together = ids.subList(0, TOGETHER);
        Mono<Void> all =
                Flux.fromIterable(together).flatMap(finds::get, TOGETHER).then();
        long bytes = bytesOf(id -> all, RUNS / 10) / TOGETHER;
        assertThat(bytes).isLessThan(BYTES_OF_A_SHARED_FIND);
    }

    @Test
    void aFindInATransactionAllocatesLittle() {
        assertThat(bytesOf(id -> sessions.transaction(s -> s.get(AUTHOR, id))))
                .isLessThan(BYTES_OF_A_FIND_IN_A_TRANSACTION);
    }

    @Test
    void aRowAllocatesLittle() {
        Mono<List<Author>> all = sessions.read(s -> s.all(select(AUTHOR)));
        long bytes = bytesOf(id -> all, 100);
        assertThat(bytes / AUTHORS).isLessThan(BYTES_OF_A_ROW);
    }

    @Test
    void anInsertedRowAllocatesLittle() {
        AtomicInteger number = new AtomicInteger();
        Mono<Void> insert = sessions.transaction(s -> {
            IntStream.range(0, INSERTED).forEach(i -> s.add(new Tag("tag of many " + number.incrementAndGet())));
            return s.flush();
        });
        assertThat(bytesOf(id -> insert, 30) / INSERTED).isLessThan(BYTES_OF_AN_INSERTED_ROW);
    }

    @Test
    void aStatementIsCompiledOnceWhateverItsValues() {
        AsyncEngine fresh = AsyncEngine.create(DATABASE.url());
        try {
            AsyncSessionFactory reading = factory(fresh);
            run(id -> reading.read(s -> s.get(AUTHOR, id)), 200);
            assertThat(fresh.compiledStatements().compiled()).isEqualTo(1);
            run(
                    id -> reading.read(s -> s.all(
                            select(AUTHOR).where(AUTHOR.name.eq("author " + id)).limit(id % 7 + 1))),
                    200);
            assertThat(fresh.compiledStatements().compiled()).isEqualTo(2);
            // lists of 2 to 51 values share one entry for each power of two
            run(
                    id -> reading.read(s ->
                            s.all(select(AUTHOR).where(AUTHOR.id.in(ids.subList(0, (int) (id % 50) + 2))))),
                    200);
            assertThat(fresh.compiledStatements().compiled()).isEqualTo(2 + 6);
        } finally {
            fresh.close().block(LONG);
        }
    }

    @Test
    void statementsAreAsFewAsTheyCanBe() {
        Statements statements = new Statements();
        AsyncEngine counted =
                AsyncEngine.builder().url(DATABASE.url()).listener(statements).build();
        try {
            AsyncSessionFactory counting = factory(counted);
            run(statements, counting.read(s -> s.get(AUTHOR, ids.get(0))), 1);
            run(statements, counting.read(s -> s.all(select(AUTHOR).options(selectin(AUTHOR.books)))), 2);
            run(
                    statements,
                    counting.read(s ->
                            s.all(select(AUTHOR).options(selectin(AUTHOR.books).then(selectin(BOOK.tags))))),
                    3);
            run(
                    statements,
                    counting.transaction(s -> s.all(select(AUTHOR))
                            .doOnNext(all -> all.forEach(author -> author.setName(author.getName() + "!")))),
                    2);
            run(
                    statements,
                    counting.transaction(s -> {
                        IntStream.range(0, 5_000).forEach(i -> s.add(new Tag("tag " + i)));
                        return s.flush();
                    }),
                    1);
        } finally {
            counted.close().block(LONG);
        }
    }

    private static void run(Statements statements, Mono<?> work, int expected) {
        statements.reset();
        work.block(LONG);
        statements.assertCount(expected);
    }

    private static long bytesOf(LongFunction<Mono<?>> work) {
        return bytesOf(work, RUNS);
    }

    /** Bytes of one run, when everything is warm. */
    private static long bytesOf(LongFunction<Mono<?>> work, int runs) {
        run(work, runs);
        long before = allocated();
        run(work, runs);
        return (allocated() - before) / runs;
    }

    private static void run(LongFunction<Mono<?>> work, int runs) {
        Flux.range(0, runs).concatMap(i -> work.apply(ids.get(i % AUTHORS)), 1).blockLast(LONG);
    }

    private static long allocated() {
        long sum = 0;
        for (long each : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(each, 0);
        }
        return sum;
    }
}
