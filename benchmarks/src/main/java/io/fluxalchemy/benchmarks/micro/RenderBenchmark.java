package io.fluxalchemy.benchmarks.micro;

import io.fluxalchemy.compiler.BoundSql;
import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.compiler.SqlPrinter;
import io.fluxalchemy.dialects.postgresql.PostgresDialect;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.SqlRow;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The text of one search: built anew or kept, rendered or found in the cache, beside jOOQ, which has no such cache. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RenderBenchmark {

    static final String TEXT = """
            select book.id, book.title, book.price, author.name from book join author on book.author_id = author.id \
            where book.title like $1 escape '\\' and book.price <= $2 and book.pages >= $3 and author.active = $4 \
            order by book.title, book.id limit $5 offset $6""";
    static final String JOOQ_TEXT = """
            select "book"."id", "book"."title", "book"."price", "author"."name" from "book" join "author" \
            on "book"."author_id" = "author"."id" where ("book"."title" like ? escape '\\' and "book"."price" <= ? \
            and "book"."pages" >= ? and "author"."active" = ?) order by "book"."title" asc, "book"."id" asc \
            offset ? rows fetch next ? rows only""";

    private final SqlCompiler compiler = new SqlCompiler(new PostgresDialect(), 100);
    private final SqlPrinter printer = SqlPrinter.of(new PostgresDialect());
    private final DSLContext jooq = DSL.using(SQLDialect.POSTGRES);
    private final Select<SqlRow> kept = search(0).fluxAlchemy();
    private final org.jooq.Select<?> jooqKept = search(0).jooq(jooq);
    private long page;

    private static BookSearch search(long page) {
        return new BookSearch("the%", BigDecimal.TEN, 100, page * 20);
    }

    private BookSearch next() {
        page = (page + 1) % 1_000;
        return search(page);
    }

    /** Both say the same, or there is nothing to compare. */
    @Setup
    public void check() {
        same(TEXT, buildAndRender());
        same(TEXT, buildAndFind().text());
        same(TEXT, find().text());
        same(JOOQ_TEXT, jooqBuildAndRender());
        same(JOOQ_TEXT, jooqRender());
    }

    private static void same(String expected, String text) {
        if (!expected.equals(text)) {
            throw new IllegalStateException("not the text to be measured: " + text);
        }
    }

    @Benchmark
    public String buildAndRender() {
        return printer.sql(next().fluxAlchemy());
    }

    @Benchmark
    public BoundSql buildAndFind() {
        return compiler.prepare(next().fluxAlchemy());
    }

    @Benchmark
    public BoundSql find() {
        return compiler.prepare(kept);
    }

    @Benchmark
    public String jooqBuildAndRender() {
        return jooq.render(next().jooq(jooq));
    }

    @Benchmark
    public String jooqRender() {
        return jooq.render(jooqKept);
    }
}
