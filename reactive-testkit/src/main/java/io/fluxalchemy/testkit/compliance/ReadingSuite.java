package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.update;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;
import static io.fluxalchemy.testkit.compliance.Books.DRAFTS;

import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.schema.MetaData;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/**
 * Suites that read four books, in the order of their ids:
 *
 * <pre>
 * title  parent  year  price  printed     published             meta
 * a      –       1950  1.50   2024-12-31  2024-12-31T23:00:00Z  {"k": {"u": "c\"m", "n": 3, "z": null, "l": [1, "two"]}}
 * b      a       1999  2.50   2025-01-04  2025-01-01T00:30:00Z  {"k": 1}
 * C      a       –     2.50   2024-12-31  2024-12-31T23:00:00Z  []
 * d      b       1999  4.00   2025-01-04  2025-01-01T00:30:00Z  {}
 * </pre>
 */
abstract class ReadingSuite extends ComplianceSuite {

    private static final MetaData READ = MetaData.of(BOOKS);
    private static final MetaData WRITTEN = MetaData.of(DRAFTS);

    ReadingSuite(ComplianceTarget target) {
        super(target);
    }

    @BeforeEach
    final void bookshop() {
        once(READ, () -> fill(engine(), BOOKS));
    }

    /** The same books in a table of their own, for tests that change them. */
    final Books drafts() {
        once(WRITTEN, Mono::empty);
        await(engine().execute(update(DRAFTS).setNull(DRAFTS.parent).everyRow())
                .then(engine().execute(deleteFrom(DRAFTS).everyRow()))
                .then(fill(engine(), DRAFTS)));
        return DRAFTS;
    }

    private static Mono<?> fill(SqlExecutor executor, Books books) {
        return add(
                        executor,
                        books,
                        null,
                        "a",
                        1950,
                        "1.50",
                        "{\"k\": {\"u\": \"c\\\"m\", \"n\": 3, \"z\": null, \"l\": [1, \"two\"]}}")
                .flatMap(a -> add(executor, books, a, "b", 1999, "2.50", "{\"k\": 1}")
                        .flatMap(b -> add(executor, books, a, "C", null, "2.50", "[]")
                                .then(add(executor, books, b, "d", 1999, "4.00", "{}"))));
    }

    private static Mono<Long> add(
            SqlExecutor executor,
            Books books,
            @Nullable Long parent,
            String title,
            @Nullable Integer year,
            String price,
            String meta) {
        boolean late = Integer.valueOf(1999).equals(year);
        return executor.one(insertInto(books)
                .set(books.parent, parent)
                .set(books.title, title)
                .set(books.year, year)
                .set(books.price, new BigDecimal(price))
                .set(books.meta, meta)
                .set(books.printed, late ? LocalDate.of(2025, 1, 4) : LocalDate.of(2024, 12, 31))
                .set(books.published, Instant.parse(late ? "2025-01-01T00:30:00Z" : "2024-12-31T23:00:00Z"))
                .returning(books.id));
    }

    static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }
}
