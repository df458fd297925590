package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.Insert;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names are names whatever they look like. */
public abstract class NameSuite extends ComplianceSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected NameSuite(ComplianceTarget target) {
        super(target);
    }

    private static final List<String> TABLES = List.of("select", "quo'te \"and\" back`tick", "per%cent and dot.ted");

    private static final List<String> COLUMNS = List.of(
            "order",
            "Mixed Case",
            "per%cent",
            "q?mark",
            "co:lon",
            "par(en)s",
            "[brackets]",
            "dot.ted",
            "more / slashes",
            "quo'te",
            "dou\"ble",
            "back`tick",
            "dollar$sign",
            "{0}",
            "ünïcødé");

    private static final class Odd extends Table<Odd> {

        final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
        final NumericColumn<Long> parent = bigint("parent", references(() -> this.id));
        final List<TextColumn> named;

        Odd(Name name, List<String> columns) {
            super(name, other -> new Odd(other, columns));
            named = columns.stream()
                    .map(column -> varchar(column, 30, unique()))
                    .toList();
        }
    }

    @Test
    void tablesColumnsLabelsAndValuesKeepTheirNames() {
        for (String name : TABLES) {
            Odd table = new Odd(Table.Name.of("suite " + name), COLUMNS);
            renew(MetaData.of(table));
            Insert row = insertInto(table);
            for (TextColumn column : table.named) {
                row = row.set(column, column.name());
            }
            assertThat(written(row)).isEqualTo(1);
            Odd other = table.as(name + " other");
            for (int i = 0; i < COLUMNS.size(); i++) {
                assertRows(select(table.named.get(i).as(COLUMNS.get(i)))
                                .from(table)
                                .join(other, other.named.get(i).eq(table.named.get(i)))
                                .where(table.named.get(i).in(COLUMNS), table.parent.isNull()))
                        .containsExactly(COLUMNS.get(i));
            }
            await(engine().dropAll(MetaData.of(table)));
        }
    }

    @Test
    void derivedNamesAreCutToWhatTheDatabaseKeeps() {
        String column = "a_column_with_a_name_as_long_as_any_database_will_ever_take";
        Odd table = new Odd(Table.Name.of("a_table_with_a_name_as_long_as_any_database_will_take_it"), List.of(column));
        renew(MetaData.of(table));
        Insert row = insertInto(table).set(table.named.get(0), "x");
        assertThat(written(row)).isEqualTo(1);
        assertThatThrownBy(() -> written(row)).isInstanceOf(UniqueViolationException.class);
        await(engine().dropAll(MetaData.of(table)));
    }
}
