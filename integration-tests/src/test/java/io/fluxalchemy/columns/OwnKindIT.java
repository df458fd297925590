package io.fluxalchemy.columns;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.max;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.template;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.compiler.SqlPrinter;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.ExpressionOf;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.NumericExpression;
import io.fluxalchemy.sql.TableExpression;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import io.fluxalchemy.type.Wrapping;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A type of the database that this library does not know, with operators of its own: DDL, values, operators, all from outside. */
class OwnKindIT {

    @RegisterExtension
    static final ColumnDatabases DATABASES = new ColumnDatabases();

    record Spot(double x, double y) {

        static Spot parse(String text) {
            String[] parts = text.substring(1, text.length() - 1).split(",");
            return new Spot(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        }

        String written() {
            return "(" + x + "," + y + ")";
        }
    }

    static final SqlType<Spot> SPOT = Types.converted(
            Types.wrapped(Types.declared(Types.TEXT, "point"), Wrapping.of("cast({0} as point)", "cast({0} as text)")),
            Spot.class,
            Spot::written,
            Spot::parse);

    /** What a spot can do. */
    interface SpotExpression extends ExpressionOf<Spot, SpotExpression> {

        default NumericExpression<Double> distance(SpotExpression other) {
            return template("{0} <-> {1}", this, other).asNumber(Types.DOUBLE);
        }

        default Condition isBelow(Spot other) {
            return template("{0} <<| {1}", this, value(other, SPOT)).asCondition();
        }

        @Override
        default SpotExpression with(Node node, @Nullable String label) {
            return new ComputedSpot(node, label);
        }
    }

    record ComputedSpot(Node node, @Nullable String label) implements SpotExpression {

        @Override
        public SqlType<Spot> type() {
            return SPOT;
        }
    }

    record SpotColumn(TableExpression table, String name, SqlType<Spot> type) implements SpotExpression, Column<Spot> {}

    static final class Trees extends Table<Trees> {

        static final Trees TREES = new Trees(Name.of("tree"));

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final SpotColumn place = column(new SpotColumn(this, "place", SPOT), notNull());

        private Trees(Name name) {
            super(name, Trees::new);
        }
    }

    static final class Borrowed extends Table<Borrowed> {

        Borrowed(Name name) {
            super(name, Borrowed::new);
            column(Trees.TREES.place);
        }
    }

    private static final Trees TREES = Trees.TREES;

    @Test
    void aTypeOfTheDatabaseIsDeclaredWrittenReadAndComparedByItsOwnOperators() {
        AsyncEngine engine = DATABASES.engine(DatabaseKind.POSTGRESQL);
        ColumnDatabases.await(engine.createAll(MetaData.of(TREES)));
        ColumnDatabases.await(engine.execute(insertInto(TREES)
                .rows(List.of(1, 2, 3))
                .set(TREES.id, id -> id)
                .set(TREES.place, id -> new Spot(3 * id, 4 * id))));
        assertThat(ColumnDatabases.await(
                        engine.one(select(TREES.place).from(TREES).where(TREES.id.eq(2)))))
                .isEqualTo(new Spot(6, 8));
        Trees other = TREES.as("other");
        assertThat(ColumnDatabases.await(engine.one(select(max(TREES.place.distance(other.place)))
                        .from(TREES)
                        .crossJoin(other)
                        .where(TREES.place.isBelow(new Spot(0, 9))))))
                .isEqualTo(10.0);
        var near = select(TREES.place).from(TREES).where(TREES.id.eq(1)).as("near");
        SpotExpression kept = near.column(TREES.place);
        assertThat(ColumnDatabases.await(engine.one(select(kept, kept.distance(near.column(TREES.place)))
                        .into((spot, distance) -> spot + " " + distance)
                        .from(near))))
                .isEqualTo(new Spot(3, 4) + " 0.0");
    }

    @Test
    void theWordsAreTheSameInEveryDialectButWhereAnotherIsSaid() {
        SqlType<String> type = Types.variant(Types.declared(Types.TEXT, "geometry"), "h2", "varchar");
        assertThat(type.declaration("postgresql")).isEqualTo("geometry");
        assertThat(type.declaration("h2")).isEqualTo("varchar");
        assertThat(Types.declared(Types.variant(Types.TEXT, "h2", "varchar"), "geometry")
                        .declaration("h2"))
                .isEqualTo("varchar");
        assertThat(type.compared()).isEqualTo(Types.TEXT);
    }

    @Test
    void aColumnOfAnotherTableIsRefused() {
        assertThatThrownBy(() -> new Borrowed(Table.Name.of("borrowed")))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("place")
                .hasMessageContaining("tree");
        assertThat(SqlPrinter.of(Dialects.byName("postgresql"))
                        .sql(select(TREES.id).from(TREES).where(TREES.place.isNull())))
                .isEqualTo("select id from tree where place is null");
    }
}
