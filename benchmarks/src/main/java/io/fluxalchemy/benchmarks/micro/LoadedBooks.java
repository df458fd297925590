package io.fluxalchemy.benchmarks.micro;

import static io.fluxalchemy.benchmarks.model.AuthorTable.AUTHOR;
import static io.fluxalchemy.benchmarks.model.BookTable.BOOK;
import static io.fluxalchemy.benchmarks.model.TagTable.TAG;

import io.fluxalchemy.benchmarks.model.Book;
import io.fluxalchemy.mapping.load.EntityLoader;
import io.fluxalchemy.mapping.load.EntityPlans;
import io.fluxalchemy.mapping.load.LoadScope;
import io.fluxalchemy.mapping.model.Mapping;
import io.fluxalchemy.mapping.state.IdentityMap;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Books as a session reads them, from rows that are values already. */
final class LoadedBooks {

    static final int COUNT = 1_000;
    static final Mapping MAPPING = Mapping.of(List.of(AUTHOR, BOOK, TAG));

    private static final Select<Book> QUERY = Sql.select(BOOK);
    private static final EntityPlans PLANS = plans();
    private static final CannedRows ROWS = new CannedRows(rows(), null);

    private LoadedBooks() {}

    /** All books, into an identity map that is empty yet. */
    static List<Book> into(IdentityMap map, boolean isTracking) {
        return Objects.requireNonNull(new EntityLoader(LoadScope.of(PLANS, map, isTracking))
                .all(ROWS, QUERY)
                .block());
    }

    private static EntityPlans plans() {
        EntityPlans plans = new EntityPlans();
        List.of(AUTHOR, BOOK, TAG).forEach(table -> plans.prepare(table.model()));
        return plans;
    }

    private static List<@Nullable Object[]> rows() {
        List<@Nullable Object[]> rows = new ArrayList<>(COUNT);
        for (long id = 1; id <= COUNT; id++) {
            rows.add(row(id));
        }
        return rows;
    }

    private static @Nullable Object[] row(long id) {
        List<String> names = BOOK.model().columns().all().stream()
                .map(column -> column.name())
                .toList();
        @Nullable Object[] row = new @Nullable Object[names.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = switch (names.get(i)) {
                case "id", "author_id" -> id;
                case "title" -> "title " + id;
                case "isbn" -> "isbn " + id;
                case "price" -> BigDecimal.valueOf(id, 2);
                case "published" -> LocalDate.EPOCH.plusDays(id);
                case "pages" -> (int) id;
                default -> throw new IllegalStateException(names.get(i));
            };
        }
        return row;
    }
}
