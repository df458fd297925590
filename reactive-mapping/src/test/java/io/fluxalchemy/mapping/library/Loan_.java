package io.fluxalchemy.mapping.library;

import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.EmbeddableModel;
import io.fluxalchemy.mapping.model.EmbeddedAttribute;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.type.Types;
import java.util.List;

public final class Loan_ extends EntityTable<Loan, LoanId> {
    public static final Loan_ LOAN = new Loan_(null);

    private Loan_(String alias) {
        super(Model.MODEL, alias);
    }

    @Override
    public Loan_ as(String alias) {
        return new Loan_(alias);
    }

    private static final class Model {
        static final EmbeddableModel<LoanId> ID = new EmbeddableModel<>(
                LoanId.class,
                values -> new LoanId((Long) values[0], (Integer) values[1]),
                List.of(
                        BasicAttribute.of("book", "book", Types.BIGINT, Accessor.of(LoanId::book, (i, v) -> {})),
                        BasicAttribute.of("no", "no", Types.INTEGER, Accessor.of(LoanId::no, (i, v) -> {}))));
        static final EntityModel<Loan> MODEL = EntityModel.of(Loan.class, "loan", Loan::new)
                .id(new EmbeddedAttribute<>("id", Accessor.<Loan, LoanId>of(l -> l.id, (l, v) -> l.id = v), ID))
                .attribute(BasicAttribute.of(
                        "borrower",
                        "borrower",
                        Types.TEXT,
                        Accessor.<Loan, String>of(l -> l.borrower, (l, v) -> l.borrower = v)))
                .attribute(BasicAttribute.of(
                                "status",
                                "status",
                                Types.TEXT,
                                Accessor.<Loan, String>of(l -> l.status, (l, v) -> l.status = v))
                        .notNull()
                        .generated(new Generation.Default("'open'")))
                .build();
    }
}
