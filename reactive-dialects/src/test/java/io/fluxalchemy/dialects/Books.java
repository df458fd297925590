package io.fluxalchemy.dialects;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.ArrayColumn;
import io.fluxalchemy.sql.JsonColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TemporalColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

final class Books extends Table<Books> {

    enum Mood {
        GRIM,
        MERRY
    }

    static final Books BOOKS = new Books(Name.of("book"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final NumericColumn<Long> authorId = bigint("author_id", references(() -> Authors.AUTHORS.id));
    final TextColumn title = text("title", notNull());
    final NumericColumn<Integer> year = integer("year");
    final NumericColumn<BigDecimal> price = decimal("price", 10, 2);
    final JsonColumn<String> meta = json("meta", Types.JSON);
    final ArrayColumn<List<String>, String> keywords = array("keywords", Types.TEXT);
    final ValueColumn<Mood> mood = column("mood", Types.namedEnum("mood", Mood.class));
    final ValueColumn<byte[]> cover = column("cover", Types.BYTES);
    final TemporalColumn<Instant> published = timestamp("published");

    private Books(Name name) {
        super(name, Books::new);
    }
}
