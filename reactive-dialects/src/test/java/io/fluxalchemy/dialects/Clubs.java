package io.fluxalchemy.dialects;

import io.fluxalchemy.schema.ForeignKey;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;

final class Clubs extends Table<Clubs> {

    static final Clubs CLUBS = new Clubs(Name.of("club"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final NumericColumn<Long> captain =
            bigint("captain_id", references(() -> Players.PLAYERS.id).onDelete(ForeignKey.Action.SET_NULL));

    private Clubs(Name name) {
        super(name, Clubs::new);
    }
}
