package io.fluxalchemy.snippets;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.ArrayColumn;
import io.fluxalchemy.sql.JsonColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

final class Books extends Table<Books> {

    static final Books BOOKS = new Books(Name.of("book"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final TextColumn title = text("title", notNull());
    final NumericColumn<Integer> year = integer("year");
    final NumericColumn<BigDecimal> price = decimal("price", 10, 2);
    final NumericColumn<Long> authorId = bigint("author_id", references(() -> Authors.AUTHORS.id));
    final ArrayColumn<List<String>, String> keywords = array("keywords", Types.TEXT);

    @SuppressWarnings("rawtypes")
    final JsonColumn<Map> meta = json("meta", Types.json(Map.class));

    private Books(Name name) {
        super(name, Books::new);
    }
}
