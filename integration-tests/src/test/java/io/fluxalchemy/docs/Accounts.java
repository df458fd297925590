package io.fluxalchemy.docs;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;

final class Accounts extends Table<Accounts> {

    static final Accounts ACCOUNT = new Accounts(Name.of("account"));

    final NumericColumn<Long> id = bigint("id", primaryKey());
    final NumericColumn<Long> balance = bigint("balance", notNull());

    private Accounts(Name name) {
        super(name, Accounts::new);
    }
}
