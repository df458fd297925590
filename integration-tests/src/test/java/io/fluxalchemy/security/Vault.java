package io.fluxalchemy.security;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.JsonColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.type.Types;

/** What hostile strings are put into. */
public final class Vault extends Table<Vault> {

    public static final Vault VAULT = new Vault(Name.of("vault"));

    public final NumericColumn<Integer> id = integer("id", primaryKey());
    public final TextColumn content = text("content");
    public final JsonColumn<String> meta = json("meta", Types.JSON);

    private Vault(Name name) {
        super(name, Vault::new);
    }
}
