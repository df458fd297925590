package io.fluxalchemy.snippets;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.BooleanColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TemporalColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.type.Types;
import java.time.Instant;

final class Authors extends Table<Authors> {

    enum Status {
        NEW,
        KNOWN
    }

    static final Authors AUTHORS = new Authors(Name.of("author"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final TextColumn name = varchar("name", 20, notNull());
    final TextColumn email = text("email");
    final TextColumn nick = text("nick");
    final NumericColumn<Integer> born = integer("born");
    final BooleanColumn active = bool("active", notNull());
    final TemporalColumn<Instant> createdAt = timestamp("created_at", notNull());
    final ValueColumn<Status> status = column("status", Types.enumOf(Status.class));

    private Authors(Name name) {
        super(name, Authors::new);
    }
}
