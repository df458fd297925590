package io.fluxalchemy.flush.company;

import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.type.Types;

public final class Ticket_ extends EntityTable<Ticket, Long> {

    public static final Ticket_ TICKET = new Ticket_(null);

    private Ticket_(String alias) {
        super(Model.MODEL, alias);
    }

    @Override
    public Ticket_ as(String alias) {
        return new Ticket_(alias);
    }

    private static final class Model {
        static final EntityModel<Ticket> MODEL = EntityModel.of(Ticket.class, "ticket", Ticket::new)
                .id(BasicAttribute.of(
                                "id", "id", Types.BIGINT, Accessor.<Ticket, Long>of(t -> t.id, (t, v) -> t.id = v))
                        .generated(new Generation.Identity()))
                .attribute(BasicAttribute.of(
                        "title", "title", Types.TEXT, Accessor.<Ticket, String>of(t -> t.title, (t, v) -> t.title = v)))
                .attribute(BasicAttribute.of(
                                "state",
                                "state",
                                Types.varchar(10),
                                Accessor.<Ticket, String>of(t -> t.state, (t, v) -> t.state = v))
                        .notNull()
                        .generated(new Generation.Default("'open'")))
                .build();
    }
}
