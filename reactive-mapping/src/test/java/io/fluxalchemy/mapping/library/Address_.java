package io.fluxalchemy.mapping.library;

import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.EmbeddableModel;
import io.fluxalchemy.mapping.model.Embedded;
import io.fluxalchemy.sql.TableExpression;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.type.Types;
import java.util.List;
import java.util.Map;

public final class Address_ extends Embedded<Address> {
    public final TextColumn city;
    public final TextColumn zip;

    Address_(TableExpression table, EmbeddableModel<Address> model) {
        super(table, model);
        city = new TextColumn(table, columnName("city"), Types.TEXT);
        zip = new TextColumn(table, columnName("zip"), Types.varchar(5));
    }

    static EmbeddableModel<Address> model(Map<String, String> columns) {
        return new EmbeddableModel<>(
                Address.class,
                values -> new Address((String) values[0], (String) values[1]),
                List.of(
                        BasicAttribute.of(
                                "city",
                                columns.getOrDefault("city", "city"),
                                Types.TEXT,
                                Accessor.of(Address::city, (a, v) -> {})),
                        BasicAttribute.of(
                                "zip",
                                columns.getOrDefault("zip", "zip"),
                                Types.varchar(5),
                                Accessor.of(Address::zip, (a, v) -> {}))));
    }
}
