package io.fluxalchemy.sql;

import static io.fluxalchemy.sql.Authors.AUTHORS;
import static io.fluxalchemy.sql.Books.BOOKS;
import static io.fluxalchemy.sql.Employees.EMPLOYEES;
import static io.fluxalchemy.sql.Sql.coalesce;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.exists;
import static io.fluxalchemy.sql.Sql.scalar;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.ExistsNode;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.SetTree;
import io.fluxalchemy.sql.tree.Source;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SelectTest {

    private static SelectTree tree(Select<?> select) {
        return (SelectTree) select.tree();
    }

    private static List<String> from(SelectTree tree) {
        return tree.from().stream().map(Source::qualifier).toList();
    }

    private static void refused(ThrowingCallable action, String... parts) {
        assertThatThrownBy(action).isInstanceOf(StatementException.class).hasMessageContainingAll(parts);
    }

    @Test
    void fromIsImpliedByWhatIsSelected() {
        assertThat(from(tree(select(AUTHORS)))).containsExactly("author");
        assertThat(from(tree(select(AUTHORS.name, count(BOOKS.id), AUTHORS.id))))
                .containsExactly("author", "book");
        assertThat(from(tree(select(AUTHORS.name, BOOKS.title).join(BOOKS)))).containsExactly("author");
        assertThat(from(tree(select(Sql.value(1))))).isEmpty();
    }

    @Test
    void anExplicitFromStandsAlone() {
        assertThat(from(tree(select(AUTHORS.name, BOOKS.id).from(BOOKS)))).containsExactly("book");
        assertThat(from(tree(select(BOOKS.id).from(BOOKS).from(AUTHORS)))).containsExactly("book", "author");
    }

    @Test
    void aSubQueryReadsItsOwnTablesAndNotThoseAroundIt() {
        Condition correlated = exists(select(BOOKS.id).where(BOOKS.authorId.eq(AUTHORS.id)));
        assertThat(from((SelectTree) ((ExistsNode) correlated.node()).query())).containsExactly("book");
        assertThat(from(tree(select(AUTHORS).where(correlated)))).containsExactly("author");
        var books = scalar(select(count(BOOKS.id)).where(BOOKS.authorId.eq(AUTHORS.id)));
        assertThat(from(tree(select(AUTHORS.name, books)))).containsExactly("author");
    }

    @Test
    void everyVerbLeavesTheQueryAsItWas() {
        Select<?> query = select(AUTHORS.name).from(AUTHORS);
        SelectTree before = tree(query);
        List<Select<?>> changed = List.of(
                query.from(BOOKS),
                query.join(BOOKS),
                query.leftJoin(BOOKS),
                query.crossJoin(BOOKS),
                query.where(AUTHORS.active),
                query.groupBy(AUTHORS.name),
                query.having(count().gt(1)),
                query.orderBy(AUTHORS.name.asc()),
                query.limit(1),
                query.offset(1),
                query.distinct(),
                query.forUpdate(),
                query.withSelection(AUTHORS.id.selection()));
        assertThat(tree(query)).isEqualTo(before);
        assertThat(changed).extracting(SelectTest::tree).doesNotContain(before).doesNotHaveDuplicates();
    }

    @Test
    void conditionsAndOrdersAddUp() {
        SelectTree tree = tree(select(AUTHORS)
                .where(AUTHORS.active)
                .where(AUTHORS.name.eq("x"), AUTHORS.nick.eqIf(null))
                .orderBy(AUTHORS.name.asc())
                .orderBy(Collections.singletonList(AUTHORS.id.desc().nullsLast())));
        assertThat(tree.where())
                .isEqualTo(AUTHORS.active.and(AUTHORS.name.eq("y")).node());
        assertThat(tree.orderBy()).hasSize(2);
        assertThat(tree.orderBy().get(1).nullsFirst()).isFalse();
        assertThat(tree(select(AUTHORS).where(AUTHORS.nick.eqIf(null))).where()).isNull();
    }

    @Test
    void treesAreEqualWhateverTheirValues() {
        assertThat(select(AUTHORS)
                        .where(AUTHORS.name.eq("a"), AUTHORS.born.in(1, 2, 3))
                        .limit(1)
                        .tree())
                .isEqualTo(select(AUTHORS)
                        .where(AUTHORS.name.eq("b"), AUTHORS.born.in(4, 5, 6, 7))
                        .limit(2)
                        .tree());
        assertThat(select(AUTHORS).where(AUTHORS.born.eq(1)).tree())
                .isNotEqualTo(select(AUTHORS).where(AUTHORS.id.eq(1)).tree());
    }

    @Test
    void twoTablesOfOneNameAreRefused() {
        refused(() -> select(BOOKS.id).from(BOOKS, BOOKS), "two tables called book", "as(\"…\")");
        refused(() -> select(BOOKS.id).from(BOOKS).crossJoin(BOOKS.as("book")), "two tables called book");
        refused(() -> select(AUTHORS.id, BOOKS.as("author").id).tree(), "two tables called author");
    }

    @Test
    void aJoinWhoseConditionWasDroppedIsRefused() {
        refused(
                () -> select(BOOKS.id).from(BOOKS).join(AUTHORS, AUTHORS.nick.eqIf(null)),
                "join(author, on)",
                "crossJoin");
    }

    @Test
    void joinsNeedATableToJoinTo() {
        refused(() -> select(BOOKS.id).join(BOOKS, BOOKS.id.eq(1)).tree(), "begin with from(…)");
    }

    @Test
    void bothSidesOfAUnionSelectTheSame() {
        Select<SqlRow> two = select(AUTHORS.id, AUTHORS.name);
        refused(() -> two.union(select(List.of(BOOKS.id))), "union", "2 items", "1");
        refused(
                () -> two.unionAll(select(BOOKS.id, BOOKS.year)),
                "item 2",
                "String",
                "author.name",
                "Integer",
                "book.year");
    }

    @Test
    void aUnionIsOrderedByWhatItSelects() {
        Select<String> names = select(AUTHORS.name).union(select(BOOKS.title));
        SetTree tree = (SetTree) names.orderBy(AUTHORS.name.desc()).limit(3).tree();
        assertThat(tree.kind()).isEqualTo(SetTree.Kind.UNION);
        assertThat(tree.orderBy()).hasSize(1);
        assertThat(tree.limit()).isNotNull();
        refused(() -> names.orderBy(AUTHORS.id.asc()).tree(), "author.id", "left side");
        refused(() -> names.where(AUTHORS.active), "where(…) after union");
        refused(() -> names.groupBy(AUTHORS.name), "groupBy(…) after union");
        refused(() -> names.withSelection(AUTHORS.id.selection()), "left side");
    }

    @Test
    void aUnionIsOrderedByTheItemMeantEvenIfAnotherDiffersInItsValueOnly() {
        TextExpression a = coalesce(AUTHORS.nick, "a");
        TextExpression b = coalesce(AUTHORS.nick, "b");
        Select<SqlRow> both = select(a, b).union(select(BOOKS.title, BOOKS.title));
        SetTree tree = (SetTree) both.orderBy(b.asc(), a.desc()).tree();
        assertThat(tree.orderBy())
                .extracting(order -> Description.of(order.expression()))
                .containsExactly("2", "1");
    }

    @Test
    void setOperationsNestToTheLeft() {
        Select<String> names = select(AUTHORS.name);
        SetTree tree = (SetTree) names.intersect(names).except(names).tree();
        assertThat(tree.kind()).isEqualTo(SetTree.Kind.EXCEPT);
        assertThat(((SetTree) tree.left()).kind()).isEqualTo(SetTree.Kind.INTERSECT);
    }

    @Test
    void aNumberOfRowsIsNotNegative() {
        refused(() -> select(AUTHORS).limit(-1), "limit(-1)");
        refused(() -> select(AUTHORS).offset(-1), "offset(-1)");
    }

    @Test
    void optionsAreCarriedAndWouldBeLostByMap() {
        StatementOption<Object> option = new StatementOption<>() {};
        Select<String> query = select(AUTHORS.name).options(option);
        assertThat(query.limit(1).options()).containsExactly(option);
        assertThat(query.withSelection(AUTHORS.id.selection()).options()).isEmpty();
        refused(() -> query.map(String::length), "map(…) after options(…)");
    }

    @Test
    void whenChangesTheQueryOnlyIfTheTestHolds() {
        Select<Long> query = select(AUTHORS.id);
        assertThat(query.when(false, q -> q.limit(1))).isSameAs(query);
        assertThat(query.when(true, q -> q.limit(1)).tree())
                .isEqualTo(query.limit(9).tree());
    }

    @Test
    void mapIsGivenValuesOnly() {
        Select<Integer> lengths = select(AUTHORS.name).map(String::length);
        assertThat(GivenRow.of("four").read(lengths)).isEqualTo(4);
        assertThat(GivenRow.of((Object) null).read(lengths)).isNull();
    }

    @Test
    void aMappedQueryIsNoScalar() {
        refused(() -> scalar(select(AUTHORS.name).map(String::length)), "scalar(query)", "map(…)");
        refused(() -> scalar(select(AUTHORS.name, AUTHORS.id)), "one item", "2");
    }

    @Test
    void aSelfJoinOverTwoKeysListsThem() {
        Employees boss = EMPLOYEES.as("boss");
        refused(
                () -> select(EMPLOYEES.name).from(EMPLOYEES).join(boss),
                "join(boss)",
                "employee(boss_id) -> boss(id)",
                "boss(mentor_id) -> employee(id)",
                "join(boss, on)");
    }

    @Test
    void aJoinFindsTheForeignKeyInBothDirections() {
        SelectTree down = tree(select(AUTHORS.id).from(AUTHORS).join(BOOKS));
        SelectTree up = tree(select(BOOKS.id).from(BOOKS).leftJoin(AUTHORS));
        assertThat(down.joins().get(0).on())
                .isEqualTo(BOOKS.authorId.eq(AUTHORS.id).node());
        assertThat(up.joins().get(0).on())
                .isEqualTo(BOOKS.authorId.eq(AUTHORS.id).node());
        Authors a = AUTHORS.as("a");
        SelectTree aliased = tree(select(BOOKS.id).from(BOOKS).join(a));
        assertThat(aliased.joins().get(0).on())
                .isEqualTo(BOOKS.authorId.eq(a.id).node());
    }

    @Test
    void aJoinWithoutForeignKeyIsRefused() {
        refused(
                () -> select(AUTHORS.id).from(AUTHORS).join(EMPLOYEES),
                "join(employee)",
                "no foreign key between employee and author",
                "join(employee, on)");
        refused(() -> select(Sql.value(1)).join(BOOKS), "no table to join it to", "from(…)");
    }
}
