package io.fluxalchemy.schema;

import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;

/** Refers to {@link Players}, which refer back. */
final class Clubs extends Table<Clubs> {

    static final Clubs CLUBS = new Clubs(Name.of("club"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final TextColumn name = varchar("name", 80, notNull(), unique());
    final NumericColumn<Long> captain =
            bigint("captain_id", references(() -> Players.PLAYERS.id).onDelete(ForeignKey.Action.SET_NULL));

    private Clubs(Name name) {
        super(name, Clubs::new);
    }
}
