package io.fluxalchemy.mapping.model;

import static io.fluxalchemy.mapping.library.Author_.AUTHOR;
import static io.fluxalchemy.mapping.library.Book_.BOOK;
import static io.fluxalchemy.mapping.library.Employee_.EMPLOYEE;
import static io.fluxalchemy.mapping.library.Profile_.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.mapping.library.Address;
import io.fluxalchemy.mapping.library.Author;
import io.fluxalchemy.mapping.library.Employee_;
import io.fluxalchemy.mapping.library.Tag;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.FromClause;
import io.fluxalchemy.sql.JoinStep;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.SqlRow;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.ExistsNode;
import io.fluxalchemy.sql.tree.InNode;
import io.fluxalchemy.sql.tree.LogicNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.TupleNode;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.ValueNode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RelationTest {

    private final FromClause books = () -> List.of(BOOK);

    @Test
    void aToOneJoinsItsTargetOverTheForeignKey() {
        assertThat(text(BOOK.author.joinSteps(books))).containsExactly("author on book.author_id = author.id");
    }

    @Test
    void aToManyJoinsItsTargetOverTheTargetsForeignKey() {
        assertThat(text(AUTHOR.books.joinSteps(() -> List.of(AUTHOR))))
                .containsExactly("book on author.id = book.author_id");
    }

    @Test
    void aManyToManyJoinsTheLinkTableFirst() {
        assertThat(text(BOOK.tags.joinSteps(books)))
                .containsExactly(
                        "book_tag as book_tags_link on book.id = book_tags_link.book_id",
                        "tag on book_tags_link.tag_code = tag.code");
    }

    @Test
    void theLinkTableTakesAnotherAliasWhereItsOwnIsUsed() {
        assertThat(text(BOOK.tags.joinSteps(() -> List.of(BOOK, BOOK.as("book_tags_link")))))
                .startsWith("book_tag as book_tags_link2 on book.id = book_tags_link2.book_id");
    }

    @Test
    void aRelationToTheSameTableAsksForAnAlias() {
        Employee_ boss = EMPLOYEE.as("boss");

        assertThat(text(EMPLOYEE.boss.to(boss).joinSteps(() -> List.of(EMPLOYEE))))
                .containsExactly("employee as boss on employee.boss_id = boss.id");
        assertThatThrownBy(() -> EMPLOYEE.boss.joinSteps(() -> List.of(EMPLOYEE)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("employee.boss leads from employee to the same table")
                .hasMessageContaining("join(employee.boss.to(employee.as(\"…\")))");
        assertThatThrownBy(() -> EMPLOYEE.boss.has(EMPLOYEE.name.eq("x"))).isInstanceOf(StatementException.class);
        assertThat(text(EMPLOYEE.boss.has(boss, boss.name.eq("Ann"))))
                .isEqualTo("exists(employee as boss: employee.boss_id = boss.id and boss.name = Ann)");
    }

    @Test
    void conditionsOnAToOneCompareTheForeignKey() {
        Author leGuin = author(7L);

        assertThat(text(BOOK.author.eq(leGuin))).isEqualTo("book.author_id = 7");
        assertThat(text(BOOK.author.is(AUTHOR))).isEqualTo("book.author_id = author.id");
        assertThat(text(BOOK.author.isNull())).isEqualTo("book.author_id is null");
        assertThat(text(BOOK.author.has(AUTHOR.name.eq("Le Guin"))))
                .isEqualTo("exists(author: book.author_id = author.id and author.name = Le Guin)");
    }

    @Test
    void conditionsOnTheInverseSideAskTheOwningTable() {
        assertThat(text(AUTHOR.profile.isNull()))
                .isEqualTo("not exists(profile as author_profile: author.id = author_profile.author_id)");
        assertThat(text(PROFILE.author.isNotNull())).isEqualTo("not profile.author_id is null");
    }

    @Test
    void conditionsOnAToManyAreSubQueries() {
        Tag sf = new Tag("sf");

        assertThat(text(AUTHOR.books.any(BOOK.title.eq("x"))))
                .isEqualTo("exists(book: author.id = book.author_id and book.title = x)");
        assertThat(text(AUTHOR.books.isEmpty()))
                .isEqualTo("not exists(book as author_books: author.id = author_books.author_id)");
        assertThat(text(BOOK.tags.contains(sf)))
                .isEqualTo(
                        "exists(book_tag as book_tags_link: book.id = book_tags_link.book_id and book_tags_link.tag_code = sf)");
        assertThat(text(BOOK.tags.isNotEmpty()))
                .isEqualTo("exists(book_tag as book_tags_link: book.id = book_tags_link.book_id)");
    }

    @Test
    void anEntityWithoutIdCannotBeAskedFor() {
        assertThatThrownBy(() -> BOOK.author.eq(new Author("x")))
                .isInstanceOf(StatementException.class)
                .hasMessage("book.author.eq: this Author has no id yet; flush the session first");
    }

    @Test
    void anEmbeddedIsComparedColumnByColumn() {
        assertThat(text(AUTHOR.address.eq(new Address("Portland", null))))
                .isEqualTo("author.city = Portland and author.zip is null");
        assertThat(text(AUTHOR.address.isNull())).isEqualTo("author.city is null and author.zip is null");
        assertThat(text(AUTHOR.address.in(List.of(new Address("a", "1"), new Address("b", "2")))))
                .isEqualTo("(author.city, author.zip) in ((a, 1), (b, 2))");
    }

    @Test
    void anEmbeddedIsReadFromItsColumnsAndNullWhereAllAreNull() {
        assertThat(AUTHOR.address.selection().reader().read(row("Portland", null), 0))
                .isEqualTo(new Address("Portland", null));
        assertThat(AUTHOR.address.selection().reader().read(row(null, null), 0)).isNull();
    }

    @Test
    void entitiesReadWithoutASessionNameTheFix() {
        assertThat(AUTHOR.selection().items()).hasSize(5);
        assertThatThrownBy(() -> AUTHOR.selection().reader().read(row(), 0))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("select(author) yields Author entities, which need a session")
                .hasMessageContaining("or select columns, such as author.id");
    }

    private static Author author(long id) {
        Author author = new Author("x");
        author.id = id;
        return author;
    }

    private static RowValues row(Object... values) {
        return new RowValues() {
            @Override
            public Object get(int index) {
                return values[index];
            }

            @Override
            public Object attachment() {
                return null;
            }

            @Override
            public SqlRow detach(List<? extends Selectable<?>> items, int from) {
                throw new AssertionError("nothing here keeps a row");
            }
        };
    }

    private static List<String> text(List<JoinStep> steps) {
        return steps.stream()
                .map(step -> step.table().source() + " on " + text(step.on()))
                .toList();
    }

    private static String text(Condition condition) {
        return text(condition.node());
    }

    private static String text(Node node) {
        if (node instanceof BinaryNode binary) {
            return text(binary.left()) + " " + binary.operator().sql() + " " + text(binary.right());
        }
        if (node instanceof UnaryNode unary) {
            return unary.operator().isPrefix()
                    ? unary.operator().sql() + text(unary.operand())
                    : text(unary.operand()) + unary.operator().sql();
        }
        if (node instanceof LogicNode logic) {
            return join(logic.operands(), " and ");
        }
        if (node instanceof ColumnNode column) {
            return column.source().qualifier() + "." + column.name();
        }
        if (node instanceof ValueNode value) {
            return String.valueOf(value.value());
        }
        if (node instanceof TupleNode tuple) {
            return "(" + join(tuple.elements(), ", ") + ")";
        }
        if (node instanceof InNode in) {
            return text(in.operand()) + " in " + text(in.haystack());
        }
        SelectTree query = (SelectTree) ((ExistsNode) node).query();
        return "exists(" + query.from().get(0) + ": " + text(query.where()) + ")";
    }

    private static String join(List<Node> nodes, String separator) {
        return nodes.stream().map(RelationTest::text).collect(Collectors.joining(separator));
    }
}
