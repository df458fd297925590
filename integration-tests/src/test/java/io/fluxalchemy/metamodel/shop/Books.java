package io.fluxalchemy.metamodel.shop;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;

public final class Books extends Table<Books> {

    public static final Books BOOKS = new Books(Name.of("book"));

    public final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    public final NumericColumn<Long> authorId = bigint("author_id", references(() -> Authors.AUTHORS.id));
    public final NumericColumn<Integer> year = integer("year");

    private Books(Name name) {
        super(name, Books::new);
    }
}
