package io.fluxalchemy.schema;

import io.fluxalchemy.sql.JsonColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TemporalColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A table with a column of most types and a constraint of every kind; some names are reserved words. */
final class Players extends Table<Players> {

    enum Foot {
        LEFT,
        RIGHT
    }

    static final Players PLAYERS = new Players(Name.of("user"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), sequence("player_seq"));
    final NumericColumn<Long> club = bigint("group", notNull(), references(() -> Clubs.CLUBS.id));
    final NumericColumn<Long> mentor = bigint("mentor_id", references(() -> Players.PLAYERS.id));
    final TextColumn name = varchar("name", 80, notNull(), check("name <> ''"));
    final TextColumn note = text("note");
    final ValueColumn<Foot> foot = column("foot", Types.namedEnum("foot", Foot.class), defaultTo("'LEFT'"));
    final NumericColumn<Integer> goals = integer("goals", notNull(), defaultTo("0"));
    final NumericColumn<Integer> twice = numeric("twice", Types.INTEGER, computed("goals * 2"));
    final NumericColumn<BigDecimal> fee = decimal("fee", 12, 2);
    final NumericColumn<Integer> version = integer("version", notNull(), defaultTo("1"));
    final TemporalColumn<LocalDate> born = date("born");
    final TemporalColumn<Instant> signed = timestamp("signed");
    final JsonColumn<String> meta = json("meta", Types.JSON);
    final ValueColumn<UUID> token = column("token", Types.UUID, unique());
    final ValueColumn<byte[]> photo = column("photo", Types.BYTES);

    private Players(Name name) {
        super(name, Players::new);
        uniqueTogether(club, this.name);
        index(goals);
    }
}
