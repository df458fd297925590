package io.fluxalchemy.dialects;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.type.Types;

final class Players extends Table<Players> {

    static final Players PLAYERS = new Players(Name.of("player"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), sequence("player_seq"));
    final NumericColumn<Long> club = bigint("club_id", notNull(), references(() -> Clubs.CLUBS.id));
    final TextColumn name = varchar("name", 80, notNull(), check("name <> ''"));
    final ValueColumn<Books.Mood> mood =
            column("mood", Types.namedEnum("mood", Books.Mood.class), notNull(), defaultTo("'GRIM'"));
    final NumericColumn<Integer> goals = integer("goals", notNull(), defaultTo("0"));
    final NumericColumn<Integer> twice = numeric("twice", Types.INTEGER, computed("goals * 2"));

    private Players(Name name) {
        super(name, Players::new);
        uniqueTogether(club, this.name);
        index(goals);
    }
}
