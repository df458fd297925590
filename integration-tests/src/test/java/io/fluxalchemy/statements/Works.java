package io.fluxalchemy.statements;

import io.fluxalchemy.schema.Table;
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

final class Works extends Table<Works> {

    enum Mood {
        GRIM,
        MERRY
    }

    static final Works WORKS = new Works(Name.of("work"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final NumericColumn<Long> parent = bigint("parent_id", references(() -> Works.WORKS.id));
    final TextColumn title = varchar("title", 100, notNull(), unique());
    final NumericColumn<Integer> year = integer("year");
    final NumericColumn<BigDecimal> price = decimal("price", 10, 2);
    final NumericColumn<Integer> version = integer("version", notNull(), defaultTo("1"));
    final JsonColumn<String> meta = json("meta", Types.JSON);
    final ValueColumn<Mood> mood = column("mood", Types.namedEnum("mood", Mood.class));
    final ValueColumn<byte[]> cover = column("cover", Types.BYTES);
    final ValueColumn<UUID> token = column("token", Types.UUID);
    final TemporalColumn<Instant> published = timestamp("published");
    final TemporalColumn<LocalDate> printed = date("printed");

    private Works(Name name) {
        super(name, Works::new);
    }
}
