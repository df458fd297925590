package io.fluxalchemy.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.DdlStatement.AddForeignKey;
import io.fluxalchemy.schema.DdlStatement.CreateTable;
import io.fluxalchemy.schema.DdlStatement.DropTable;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.type.Types;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetaDataTest {

    private static TableDefinition table(String name, String... targets) {
        return new TableDefinition(
                TableName.of(name),
                List.of(
                        new ColumnDefinition("id", Types.BIGINT, false, null),
                        new ColumnDefinition("other", Types.BIGINT, true, null)),
                List.of("id"),
                Arrays.stream(targets).map(target -> key(target, "id")).toList(),
                List.of(),
                List.of(),
                List.of());
    }

    private static ForeignKey key(String target, String column) {
        return new ForeignKey(
                null, List.of("other"), TableName.of(target), List.of(column), ForeignKey.Action.NO_ACTION);
    }

    private static List<String> created(MetaData schema) {
        return schema.createAll().stream()
                .filter(CreateTable.class::isInstance)
                .map(each -> ((CreateTable) each).table().tableName().name())
                .toList();
    }

    @Test
    void tablesComeAfterThoseTheyReferToAndElseInTheirOwnOrder() {
        MetaData schema = MetaData.of(List.of(table("d", "b"), table("a", "c"), table("b", "c"), table("c")));
        assertThat(created(schema)).containsExactly("c", "a", "b", "d");
        assertThat(schema.createAll()).hasSize(4);
        assertThat(schema.dropAll().stream()
                        .map(each -> ((DropTable) each).table().name()))
                .containsExactly("d", "b", "a", "c");
    }

    @Test
    void aTableMayReferToItself() {
        assertThat(MetaData.of(List.of(table("a", "a"))).createAll()).hasSize(1);
    }

    @Test
    void aCircleIsClosedByOneLateKeyOnly() {
        MetaData schema = MetaData.of(List.of(table("a", "b"), table("b", "c"), table("c", "a")));
        assertThat(schema.createAll().stream().filter(AddForeignKey.class::isInstance))
                .singleElement()
                .satisfies(each ->
                        assertThat(((AddForeignKey) each).table().name()).isEqualTo("a"));
        assertThat(created(schema)).containsExactly("a", "c", "b");
    }

    @Test
    void aTableCannotBeThereTwice() {
        assertThatThrownBy(() -> MetaData.of(List.of(table("a"), table("a"))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("two tables are named a");
    }

    @Test
    void aKeyToATableThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> MetaData.of(List.of(table("a", "nowhere"))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("foreign key a[other]")
                .hasMessageContaining("nowhere")
                .hasMessageContaining("add it");
    }

    @Test
    void aKeyToAColumnThatIsNoKeyIsNamed() {
        TableDefinition a = table("a");
        TableDefinition b = new TableDefinition(
                TableName.of("b"),
                a.columns(),
                List.of("id"),
                List.of(key("a", "other")),
                List.of(),
                List.of(),
                List.of());
        assertThatThrownBy(() -> MetaData.of(List.of(a, b)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("a[other]")
                .hasMessageContaining("unique");
        TableDefinition c = new TableDefinition(
                TableName.of("c"),
                a.columns(),
                List.of("id"),
                List.of(key("a", "typo")),
                List.of(),
                List.of(),
                List.of());
        assertThatThrownBy(() -> MetaData.of(List.of(a, c)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("a.typo");
    }

    @Test
    void anIndexOfAColumnThatIsNotThereIsNamed() {
        TableDefinition a = new TableDefinition(
                TableName.of("a"),
                table("a").columns(),
                List.of("id"),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Index(null, List.of("nope"), false)));
        assertThatThrownBy(() -> MetaData.of(List.of(a)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("an index of the table a")
                .hasMessageContaining("a.nope");
    }

    @Test
    void aKeyOfSeveralColumnsPairsThemUp() {
        ForeignKey key = Lines.LINES.definition().keys().get(0);
        assertThat(key.columns()).containsExactly("order_id", "no");
        assertThat(key.target()).isEqualTo(TableName.of("line"));
        assertThat(key.targetColumns()).containsExactly("order_id", "previous");
        assertThatThrownBy(() -> MetaData.of(Lines.LINES))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("[order_id, no]")
                .hasMessageContaining("unique");
    }

    private static final class Lines extends Table<Lines> {

        static final Lines LINES = new Lines(Name.of("line"));

        final NumericColumn<Long> orderId = bigint("order_id", primaryKey());
        final NumericColumn<Integer> no = integer("no", primaryKey());
        final NumericColumn<Integer> previous = integer("previous");

        private Lines(Name name) {
            super(name, Lines::new);
            references(List.of(orderId, no), () -> List.of(LINES.orderId, LINES.previous));
        }
    }
}
