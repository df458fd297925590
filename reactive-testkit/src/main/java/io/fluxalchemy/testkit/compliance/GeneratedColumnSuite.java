package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.error.WriteRefusedException;
import io.fluxalchemy.schema.Constraint;
import io.fluxalchemy.schema.Generation.Sequence;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

    private static final class Named extends Table<Named> {

        static final Named NAMED = new Named(Name.of("suite_named"));

        final NumericColumn<Long> id = bigint("id", primaryKey());
        final TextColumn name = varchar("name", 20);

        private Named(Name name) {
            super(name, Named::new);
        }
    }

    /** Orders whose numbers count as the test says. */
    private static final class Orders extends Table<Orders> {

        final NumericColumn<Long> no;
        final TextColumn name = varchar("name", 20);

        Orders(Constraint.Identity counting) {
            this(Name.of("suite_order"), counting);
        }

        private Orders(Name name, Constraint.Identity counting) {
            super(name, other -> new Orders(other, counting));
            no = bigint("no", primaryKey(), counting);
        }

        static Constraint.Identity counting() {
            return identity();
        }
    }

    private static final Counted COUNTED = Counted.COUNTED;
    private static final Numbered NUMBERED = Numbered.NUMBERED;
    private static final Named NAMED = Named.NAMED;

    @Test
    void aKeyIsCountedUpAndAGivenOneIsKept() {
        renew(MetaData.of(COUNTED));
        Long first =
                awaitOne(engine().one(insertInto(COUNTED).set(COUNTED.price, 1).returning(COUNTED.id)));
        await(engine().execute(insertInto(COUNTED).set(COUNTED.id, first + 100).set(COUNTED.price, 2)));
        assertRows(select(COUNTED.id).from(COUNTED).orderBy(COUNTED.id.asc())).containsExactly(first, first + 100);
    }

    @Test
    void aKeyBeginsAndStepsAsIsSaid() {
        Orders orders = new Orders(Orders.counting().startAt(100));
        renew(MetaData.of(orders));
        assertRows(insertInto(orders)
                        .rows(List.of("a", "b"))
                        .set(orders.name, name -> name)
                        .returning(orders.no))
                .containsExactly(100L, 101L);
        Orders down = new Orders(Orders.counting().startAt(50).incrementBy(-10));
        if (made(down, Feature.IDENTITY_STEPS)) {
            assertRows(insertInto(down)
                            .rows(List.of("a", "b", "c"))
                            .set(down.name, name -> name)
                            .returning(down.name, down.no)
                            .map(row -> row.get(down.name) + row.get(down.no)))
                    .containsExactly("a50", "b40", "c30");
        }
    }

    @Test
    void valuesOfASequenceAreDrawnByStatements() {
        Sequence numbers = Sequence.of("suite_drawn").startAt(-5).incrementBy(10);
        MetaData tables = MetaData.of(NAMED).with(numbers);
        if (!dialect().supports(Feature.SEQUENCES)) {
            refusesSequences(tables);
            return;
        }
        renew(tables);
        assertRows(select(numbers.next())).containsExactly(-5L);
        written(insertInto(NAMED).set(NAMED.id, numbers.next()).set(NAMED.name, "a"));
        assertRows(insertInto(NAMED)
                        .set(NAMED.id, numbers.next().plus(1000L))
                        .set(NAMED.name, "b")
                        .returning(NAMED.id))
                .containsExactly(1015L);
        written(insertInto(NAMED)
                .select(
                        select(numbers.next(), NAMED.name).from(NAMED).where(NAMED.name.eq("a")),
                        NAMED.id,
                        NAMED.name));
        written(update(NAMED).set(NAMED.id, numbers.next()).where(NAMED.name.eq("b")));
        assertRows(select(NAMED.id).from(NAMED).orderBy(NAMED.id.asc())).containsExactly(5L, 25L, 35L);
        await(engine().dropAll(tables));
        assertThatThrownBy(() -> all(select(numbers.next()))).isInstanceOf(DatabaseException.class);
    }

    @Test
    void aReadScopeDrawsNoValue() {
        Sequence numbers = Sequence.of("suite_number");
        assertThatThrownBy(() -> awaitOne(engine().read(c -> c.one(select(numbers.next())))))
                .isInstanceOf(
                        dialect().supports(Feature.SEQUENCES) ? WriteRefusedException.class : StatementException.class);
    }

    private void refusesSequences(MetaData tables) {
        assertThatThrownBy(() -> renew(tables))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining(dialect().name() + " does not have sequences");
    }

    @Test
    void aKeyThatIsAlwaysCountedTakesNoOther() {
        Orders orders = new Orders(Orders.counting().always());
        if (made(orders, Feature.ALWAYS_IDENTITY)) {
            assertRows(insertInto(orders).set(orders.name, "a").returning(orders.no))
                    .containsExactly(1L);
            assertRefused(() -> insertInto(orders).set(orders.no, 7L));
            assertRefused(() -> insertInto(orders).rows(List.of(7L)).set(orders.no, no -> no));
            assertRefused(() -> update(orders).set(orders.no, 7L));
            assertRefused(() -> insertInto(orders).select(select(COUNTED.id), orders.no));
            // what the database itself says to it
            assertThatThrownBy(() -> await(engine().execute(sql("insert into suite_order (no) values (7)"))))
                    .isInstanceOf(DatabaseException.class);
        }
    }

    @Test
    void aComputedColumnTakesNoValue() {
        assertRefused(() -> insertInto(COUNTED).set(COUNTED.twice, 7));
        assertRefused(() -> update(COUNTED).set(COUNTED.twice, COUNTED.price));
    }

    /** Whether there is now such a table; where the dialect lacks the feature, it is refused by its name. */
    private boolean made(Orders orders, Feature needed) {
        MetaData tables = MetaData.of(orders);
        if (dialect().supports(needed)) {
            renew(tables);
            return true;
        }
        assertThatThrownBy(() -> renew(tables))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("the column suite_order.no cannot be created")
                .hasMessageContaining(dialect().name() + " does not have " + needed.description());
        return false;
    }

    private static void assertRefused(ThrowingCallable statement) {
        assertThatThrownBy(statement)
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("from the database alone")
                .hasMessageContaining("leave it out");
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
            refusesSequences(tables);
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
