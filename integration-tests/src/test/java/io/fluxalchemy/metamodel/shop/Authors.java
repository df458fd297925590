package io.fluxalchemy.metamodel.shop;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;

public final class Authors extends Table<Authors> {

    public static final Authors AUTHORS = new Authors(Name.of("author"));

    public final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    public final TextColumn name = text("name", notNull());
    public final TextColumn email = text("email", unique());
    public final NumericColumn<Integer> born = integer("born");

    private Authors(Name name) {
        super(name, Authors::new);
    }
}
