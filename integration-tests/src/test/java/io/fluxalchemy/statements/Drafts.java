package io.fluxalchemy.statements;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.type.Types;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Texts whose other columns this side fills in. */
final class Drafts extends Table<Drafts> {

    static final AtomicInteger EDITS = new AtomicInteger();

    static final Drafts DRAFTS = new Drafts(Name.of("draft"));

    final TextColumn title = varchar("title", 100, primaryKey());
    final TextColumn body = text("body");
    final ValueColumn<UUID> token = column("token", Types.UUID, onInsert(UUID::randomUUID));
    final NumericColumn<Integer> edit = integer("edit", onWrite(EDITS::incrementAndGet));
    final NumericColumn<Long> tenant = bigint("tenant");

    private Drafts(Name name) {
        super(name, Drafts::new);
    }
}
