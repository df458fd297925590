package io.fluxalchemy.testkit.compliance;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.JsonColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TemporalColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Books that follow each other: what {@link ReadingSuite} describes. */
final class Books extends Table<Books> {

    /** Only read. */
    static final Books BOOKS = new Books(Name.of("suite_book"));

    /** As the books, and new for each test that asks for them. */
    static final Books DRAFTS = new Books(Name.of("suite_draft"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final NumericColumn<Long> parent = bigint("parent_id", references(() -> this.id));
    final TextColumn title = varchar("title", 100, notNull(), unique());
    final NumericColumn<Integer> year = integer("published_in");
    final NumericColumn<BigDecimal> price = decimal("price", 10, 2);
    final NumericColumn<Integer> version = integer("version", notNull(), defaultTo("1"));
    final JsonColumn<String> meta = json("meta", Types.JSON);
    final TemporalColumn<Instant> published = timestamp("published");
    final TemporalColumn<LocalDate> printed = date("printed");

    private Books(Name name) {
        super(name, Books::new);
    }
}
