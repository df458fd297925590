package io.fluxalchemy.sql;

import static io.fluxalchemy.sql.Authors.AUTHORS;
import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.list;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.ForeignKeyRef;
import io.fluxalchemy.sql.tree.LogicNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.sql.tree.TableRef;
import io.fluxalchemy.sql.tree.TableSource;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table reference that means a part of its table's rows. */
class RestrictionTest {

    private record Kind(String kind) implements TableRef {

        @Override
        public TableName tableName() {
            return TableName.of("animal");
        }

        @Override
        public List<ForeignKeyRef> foreignKeys() {
            return List.of();
        }

        @Override
        public Node restriction(TableSource source) {
            return is(source, kind);
        }
    }

    private record Animals(TableSource source) implements TableExpression {

        Animals(String kind, String alias) {
            this(new TableSource(new Kind(kind), alias));
        }

        TextColumn name() {
            return new TextColumn(this, "name", Types.TEXT);
        }
    }

    private static final Animals DOG = new Animals("dog", null);
    private static final Animals CAT = new Animals("cat", null);

    private static Node is(TableSource source, String kind) {
        return new BinaryNode(BinaryOperator.EQ, new ColumnNode(source, "kind"), new ValueNode(Types.TEXT, kind));
    }

    private static SelectTree tree(Select<?> select) {
        return (SelectTree) select.tree();
    }

    private static Object kind(Node node) {
        return ((ValueNode) ((BinaryNode) node).right()).value();
    }

    @Test
    void aQueryReadsTheRowsItsTableMeans() {
        assertThat(kind(tree(select(DOG.name())).where())).isEqualTo("dog");
        LogicNode both = (LogicNode)
                tree(select(DOG.name()).from(DOG).where(DOG.name().eq("Rex"))).where();
        assertThat(both.operands()).hasSize(2);
        assertThat(kind(both.operands().get(1))).isEqualTo("dog");
    }

    @Test
    void columnsOfTwoPartsOfOneTableAskForRowsOfBoth() {
        LogicNode both = (LogicNode) tree(select(DOG.name(), CAT.name())).where();

        assertThat(both.operands()).extracting(RestrictionTest::kind).containsExactly("dog", "cat");
    }

    @Test
    void aJoinedTableIsRestrictedWhereItIsJoined() {
        Animals other = new Animals("cat", "other");
        SelectTree left =
                tree(select(DOG.name()).from(DOG).leftJoin(other, other.name().eq(DOG.name())));
        LogicNode on = (LogicNode) left.joins().get(0).on();

        assertThat(kind(on.operands().get(1))).isEqualTo("cat");
        assertThat(kind(left.where())).isEqualTo("dog");
        LogicNode crossed =
                (LogicNode) tree(select(DOG.name()).from(DOG).crossJoin(other)).where();
        assertThat(crossed.operands()).extracting(RestrictionTest::kind).containsExactly("dog", "cat");
    }

    @Test
    void joinsThatKeepRowsNobodyMeansAreRefused() {
        String problem =
                "animal means a part of the rows of its table, which a right join cannot tell apart: join it with"
                        + " leftJoin, or as a sub-query with as(\"…\")";

        assertThatThrownBy(() -> select(AUTHORS.name)
                        .from(AUTHORS)
                        .rightJoin(DOG, DOG.name().eq(AUTHORS.name))
                        .tree())
                .isInstanceOf(StatementException.class)
                .hasMessage(problem);
        assertThatThrownBy(() -> select(DOG.name())
                        .from(DOG)
                        .rightJoin(AUTHORS, DOG.name().eq(AUTHORS.name))
                        .tree())
                .isInstanceOf(StatementException.class)
                .hasMessage(problem);
        assertThatThrownBy(() -> select(AUTHORS.name)
                        .from(AUTHORS)
                        .fullJoin(DOG, DOG.name().eq(AUTHORS.name))
                        .tree())
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("a full join cannot tell apart");
    }

    @Test
    void updatesAndDeletesWriteTheRowsTheirTableMeans() {
        assertThat(kind(update(DOG).set(DOG.name(), "Rex").everyRow().tree().where()))
                .isEqualTo("dog");
        assertThat(kind(deleteFrom(DOG).everyRow().tree().where())).isEqualTo("dog");
        LogicNode both = (LogicNode) deleteFrom(AUTHORS)
                .using(DOG)
                .where(DOG.name().eq(AUTHORS.name))
                .tree()
                .where();
        assertThat(kind(both.operands().get(1))).isEqualTo("dog");
        assertThatThrownBy(() -> deleteFrom(DOG).tree())
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("everyRow()");
    }

    @Test
    void aListOfRowsHoldsThoseItsTableMeans() {
        SelectTree outer = tree(select(AUTHORS.name, list(select(DOG.name()).from(DOG))));
        String text = outer.items().get(1).toString();

        assertThat(text).contains("kind");
    }
}
