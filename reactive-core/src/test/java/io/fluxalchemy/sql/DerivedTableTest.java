package io.fluxalchemy.sql;

import static io.fluxalchemy.sql.Authors.AUTHORS;
import static io.fluxalchemy.sql.Books.BOOKS;
import static io.fluxalchemy.sql.Employees.EMPLOYEES;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.cte;
import static io.fluxalchemy.sql.Sql.recursive;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.CteSource;
import io.fluxalchemy.sql.tree.SetTree;
import io.fluxalchemy.type.Types;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DerivedTableTest {

    private static void refused(ThrowingCallable action, String... parts) {
        assertThatThrownBy(action).isInstanceOf(StatementException.class).hasMessageContainingAll(parts);
    }

    @Test
    void columnsKeepTheirKindAndGoByTheirLabel() {
        var books = count(BOOKS.id).as("n");
        DerivedTable perAuthor = select(BOOKS.authorId, BOOKS.title, books).as("t");
        NumericExpression<Long> n = perAuthor.column(books).plus(1);
        TextExpression title = perAuthor.column(BOOKS.title).upper();
        assertThat(n.describe()).isEqualTo("t.n + ?");
        assertThat(title.describe()).isEqualTo("upper(t.title)");
        assertThat(perAuthor.column("author_id").asNumber(Types.BIGINT).describe())
                .isEqualTo("t.author_id");
    }

    @Test
    void whatTheQueryDoesNotSelectIsNoColumn() {
        DerivedTable table = select(AUTHORS.id, AUTHORS.name).as("t");
        refused(() -> table.column(AUTHORS.email), "t has no column for author.email", "id, name");
        refused(() -> table.column("x"), "no column for x");
    }

    @Test
    void everyColumnNeedsANameOfItsOwn() {
        refused(() -> select(AUTHORS.name.lower()).as("t"), "lower(author.name)", "needs a name", "as(\"…\")");
        refused(() -> select(AUTHORS.id, BOOKS.id).as("t"), "two columns called id");
        refused(() -> cte("c", select(AUTHORS.id, BOOKS.id)), "c would have two columns called id");
    }

    @Test
    void aTableExpressionMayBeReadTwice() {
        DerivedTable table = cte("c", select(AUTHORS.id));
        DerivedTable again = table.as("d");
        assertThat(again.source()).isInstanceOf(CteSource.class);
        assertThat(again.column(AUTHORS.id).describe()).isEqualTo("d.id");
        assertThat(table.source()).isNotEqualTo(again.source());
    }

    @Test
    void aRecursiveTableRefersToItselfByName() {
        var depth = value(0).as("depth");
        DerivedTable tree = recursive(
                "tree",
                select(EMPLOYEES.id, depth).where(EMPLOYEES.bossId.isNull()),
                t -> select(EMPLOYEES.id, t.column(depth).plus(1))
                        .from(EMPLOYEES)
                        .join(t, EMPLOYEES.bossId.eq(t.column(EMPLOYEES.id))));
        CteSource source = (CteSource) tree.source();
        assertThat(source.recursive()).isTrue();
        assertThat(source.columns()).containsExactly("id", "depth");
        assertThat(((SetTree) source.query()).all()).isTrue();
        refused(
                () -> recursive("tree", select(EMPLOYEES.id), t -> select(EMPLOYEES.id, EMPLOYEES.name)),
                "1 items",
                "2");
    }

    @Test
    void aDerivedTableHasNoForeignKeys() {
        DerivedTable table = select(BOOKS.authorId).as("t");
        refused(
                () -> select(AUTHORS.id).from(AUTHORS).join(table),
                "no foreign key between t and author",
                "join(t, on)");
    }
}
