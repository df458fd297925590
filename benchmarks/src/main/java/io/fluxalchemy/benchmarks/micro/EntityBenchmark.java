package io.fluxalchemy.benchmarks.micro;

import io.fluxalchemy.benchmarks.model.Author;
import io.fluxalchemy.benchmarks.model.Book;
import io.fluxalchemy.mapping.flush.FlushPlan;
import io.fluxalchemy.mapping.flush.FlushPlanner;
import io.fluxalchemy.mapping.state.IdentityMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a session does with entities between two statements; all figures per entity of 1,000. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(LoadedBooks.COUNT)
public class EntityBenchmark {

    private static final String UPDATE = "update book (price) by id: Book#1, Book#2";
    private static final String INSERT =
            "insert into book (author_id, title, isbn, price, published, pages) returning id: Book+1, Book+2";

    private final FlushPlanner planner = new FlushPlanner(LoadedBooks.MAPPING);
    private final IdentityMap unchanged = new IdentityMap();
    private final IdentityMap changed = new IdentityMap();
    private final IdentityMap added = new IdentityMap();

    @Setup
    public void fill() {
        LoadedBooks.into(unchanged, true);
        for (Book book : LoadedBooks.into(changed, true)) {
            book.setPrice(book.getPrice().add(BigDecimal.ONE));
            added.add(LoadedBooks.MAPPING.modelOf(book), fresh(book));
        }
        same("", planUnchanged());
        same(UPDATE, planUpdates());
        same(INSERT, planInserts());
        List<Book> read = rowsToTrackedEntities();
        Book last = read.get(LoadedBooks.COUNT - 1);
        if (last.getId() != LoadedBooks.COUNT || last.getPages() != LoadedBooks.COUNT) {
            throw new IllegalStateException("the last book is not that of the last row");
        }
    }

    private static Book fresh(Book book) {
        Author author = Objects.requireNonNull(book.getAuthor());
        return new Book(author, book.getTitle(), book.getIsbn(), book.getPrice(), LocalDate.EPOCH, book.getPages());
    }

    private static void same(String expected, FlushPlan plan) {
        String text = plan.toString();
        if (!text.startsWith(expected) || plan.isEmpty() != expected.isEmpty()) {
            throw new IllegalStateException(
                    "not the plan to be measured: " + text.substring(0, Math.min(200, text.length())));
        }
    }

    @Benchmark
    public List<Book> rowsToEntities() {
        return LoadedBooks.into(new IdentityMap(), false);
    }

    @Benchmark
    public List<Book> rowsToTrackedEntities() {
        return LoadedBooks.into(new IdentityMap(), true);
    }

    /** Finds that nothing changed. */
    @Benchmark
    public FlushPlan planUnchanged() {
        return planner.plan(unchanged);
    }

    @Benchmark
    public FlushPlan planUpdates() {
        return planner.plan(changed);
    }

    @Benchmark
    public FlushPlan planInserts() {
        return planner.plan(added);
    }
}
