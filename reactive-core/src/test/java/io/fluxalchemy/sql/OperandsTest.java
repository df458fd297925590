package io.fluxalchemy.sql;

import static io.fluxalchemy.sql.Authors.AUTHORS;
import static io.fluxalchemy.sql.Books.BOOKS;
import static io.fluxalchemy.sql.Sql.call;
import static io.fluxalchemy.sql.Sql.caseWhen;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.currentRow;
import static io.fluxalchemy.sql.Sql.following;
import static io.fluxalchemy.sql.Sql.partitionBy;
import static io.fluxalchemy.sql.Sql.preceding;
import static io.fluxalchemy.sql.Sql.rows;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sum;
import static io.fluxalchemy.sql.Sql.template;
import static io.fluxalchemy.sql.Sql.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.CaseNode;
import io.fluxalchemy.sql.tree.FrameBound;
import io.fluxalchemy.sql.tree.FrameTree;
import io.fluxalchemy.sql.tree.OverNode;
import io.fluxalchemy.sql.tree.QueryNode;
import io.fluxalchemy.sql.tree.TemplateNode;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperandsTest {

    private static void refused(ThrowingCallable action, String... parts) {
        assertThatThrownBy(action).isInstanceOf(StatementException.class).hasMessageContainingAll(parts);
    }

    @Test
    void expressionsAndQueriesStandForThemselvesAndValuesAreBound() {
        TemplateNode node = (TemplateNode) template("f({0}, {1}, {2})", AUTHORS.name, "x", select(BOOKS.id))
                .asCondition()
                .node();
        assertThat(node.operands().get(0)).isEqualTo(AUTHORS.name.node());
        assertThat(((ValueNode) node.operands().get(1)).value()).isEqualTo("x");
        assertThat(node.operands().get(2)).isInstanceOf(QueryNode.class);
    }

    @Test
    void placesAndOperandsGoTogether() {
        refused(() -> template("{0} <-> {1}", AUTHORS.name), "{0} <-> {1}", "no operand for {1}", "there are 1");
        refused(() -> template("{0}", 1, 2), "nothing uses operand {1}");
        refused(() -> template("{0}", (Object) null), "operand is null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "f(", "f; drop table x", "a.b.c", "f\"", "1f", "f --"})
    void aFunctionsNameIsAName(String name) {
        refused(() -> call(name), "call(\"" + name + "\"", "template(…)");
    }

    @Test
    void aFilterNarrowsAnAggregate() {
        AggregateNode node = (AggregateNode) count(BOOKS.id)
                .filterWhere(BOOKS.year.gt(2000))
                .filterWhere(BOOKS.price.gt(5))
                .node();
        assertThat(node.filter())
                .isEqualTo(BOOKS.year.gt(1).and(BOOKS.price.gt(1)).node());
        assertThat(((AggregateNode) count(BOOKS.id)
                                .filterWhere(AUTHORS.nick.eqIf(null))
                                .node())
                        .filter())
                .isNull();
    }

    @Test
    void windowsHaveAnOrderAndAFrame() {
        OverNode node = (OverNode) sum(BOOKS.price)
                .over(partitionBy(BOOKS.authorId).orderBy(BOOKS.year.desc()).rowsBetween(2, 0))
                .node();
        assertThat(node.window().frame())
                .isEqualTo(new FrameTree(
                        FrameTree.Unit.ROWS,
                        new FrameBound(FrameBound.Kind.PRECEDING, new TemplateNode("2", List.of())),
                        new FrameBound(FrameBound.Kind.CURRENT_ROW, null),
                        FrameTree.Exclusion.NO_OTHERS));
        assertThat(node.window().partitionBy()).containsExactly(BOOKS.authorId.node());
        refused(() -> window().rowsBetween(-1, 0), "preceding(-1)", "negative");
        refused(() -> rows(following(1), currentRow()), "ends before it begins");
        refused(() -> rows(preceding(new BigDecimal("0.5")), currentRow()), "whole number");
    }

    @Test
    void aCaseHasTheTypeOfItsFirstBranch() {
        ValueExpression<String> age = caseWhen(BOOKS.year.lt(1950), "old")
                .when(BOOKS.year.lt(2000), BOOKS.title)
                .orNull();
        assertThat(age.type()).isEqualTo(Types.TEXT);
        assertThat(((CaseNode) age.node()).branches()).hasSize(2);
        assertThat(((CaseNode) age.node()).otherwise()).isNull();
    }
}
