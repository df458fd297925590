package io.fluxalchemy.security;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.JsonColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.type.Types;

/** What hostile strings are put into. */
final class Vault extends Table<Vault> {

    static final Vault VAULT = new Vault(Name.of("vault"));

    final NumericColumn<Integer> id = integer("id", primaryKey());
    final TextColumn content = text("content");
    final JsonColumn<String> meta = json("meta", Types.JSON);

    private Vault(Name name) {
        super(name, Vault::new);
    }
}
