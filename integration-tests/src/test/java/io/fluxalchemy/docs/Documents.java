package io.fluxalchemy.docs;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.JsonColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.type.GenericType;
import io.fluxalchemy.type.Types;
import java.util.List;

public final class Documents extends Table<Documents> {

    public static final Documents DOCUMENTS = new Documents(Name.of("document"));

    public final NumericColumn<Long> id = bigint("id", primaryKey());
    public final JsonColumn<List<Customer.Address>> addresses =
            json("addresses", Types.json(new GenericType<List<Customer.Address>>() {}));

    private Documents(Name name) {
        super(name, Documents::new);
    }
}
