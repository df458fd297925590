package io.fluxalchemy.compiler;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;

final class Books extends Table<Books> {

    static final Books BOOKS = new Books(Name.of("book"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final NumericColumn<Long> authorId = bigint("author_id", references(() -> Authors.AUTHORS.id));
    final TextColumn title = text("title", notNull());
    final NumericColumn<Integer> year = integer("year");

    private Books(Name name) {
        super(name, Books::new);
    }
}
