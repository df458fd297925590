package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns that the database fills. */
public abstract class GeneratedColumnSuite extends ComplianceSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected GeneratedColumnSuite(ComplianceTarget target) {
        super(target);
    }

    private static final class Counted extends Table<Counted> {

        static final Counted COUNTED = new Counted(Name.of("suite_counted"));

        final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
        final NumericColumn<Integer> price = integer("price", notNull(), defaultTo("7"));
        final NumericColumn<Integer> twice = integer("twice", computed("price * 2"));

        private Counted(Name name) {
            super(name, Counted::new);
        }
    }

    private static final class Numbered extends Table<Numbered> {

        static final Numbered NUMBERED = new Numbered(Name.of("suite_numbered"));

        final NumericColumn<Long> id = bigint("id", primaryKey(), sequence("suite_number"));
        final TextColumn name = varchar("name", 20);

        private Numbered(Name name) {
            super(name, Numbered::new);
        }
    }

    private static final Counted COUNTED = Counted.COUNTED;
    private static final Numbered NUMBERED = Numbered.NUMBERED;

    @Test
    void aKeyIsCountedUpAndAGivenOneIsKept() {
        renew(MetaData.of(COUNTED));
        Long first =
                awaitOne(engine().one(insertInto(COUNTED).set(COUNTED.price, 1).returning(COUNTED.id)));
        await(engine().execute(insertInto(COUNTED).set(COUNTED.id, first + 100).set(COUNTED.price, 2)));
        assertRows(select(COUNTED.id).from(COUNTED).orderBy(COUNTED.id.asc())).containsExactly(first, first + 100);
    }

    @Test
    void aRowOfDefaultsIsComputedFrom() {
        renew(MetaData.of(COUNTED));
        await(engine().execute(insertInto(COUNTED)));
        await(engine().execute(insertInto(COUNTED).set(COUNTED.price, -3)));
        assertRows(select(COUNTED.twice).from(COUNTED).orderBy(COUNTED.id.asc()))
                .containsExactly(14, -6);
    }

    @Test
    void aSequenceIsCreatedUsedAndDropped() {
        MetaData tables = MetaData.of(NUMBERED);
        if (!dialect().supports(Feature.SEQUENCES)) {
            assertThatThrownBy(() -> renew(tables))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining(dialect().name() + " does not have sequences");
            return;
        }
        for (int i = 0; i < 2; i++) {
            renew(tables);
            assertRows(insertInto(NUMBERED)
                            .rows(List.of("a", "b", "c"))
                            .set(NUMBERED.name, name -> name)
                            .returning(NUMBERED.id))
                    .containsExactly(1L, 2L, 3L);
        }
    }
}
