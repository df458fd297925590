package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.cte;
import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.recursive;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.sql.NumericExpression;
import org.junit.jupiter.api.Test;

/** Named queries and commands in front of a statement. */
public abstract class CteSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected CteSuite(ComplianceTarget target) {
        super(target);
    }

    private static final Books CHILD = BOOKS.as("child");

    @Test
    void aQueryIsNamedOnceAndReadTwice() {
        var cheap = cte("cheap", select(BOOKS.id, BOOKS.title).from(BOOKS).where(BOOKS.price.lt(dec("2.60"))));
        var other = cheap.as("other");
        assertRows(select(cheap.column(BOOKS.title), other.column(BOOKS.title))
                        .into((one, two) -> one + two)
                        .from(cheap)
                        .join(other, cheap.column(BOOKS.id).lt(other.column(BOOKS.id))))
                .containsExactlyInAnyOrder("ab", "aC", "bC");
    }

    @Test
    void aRecursiveQueryGoesOnFromItsOwnRows() {
        NumericExpression<Integer> depth = value(0).as("depth");
        var tree = recursive(
                "tree",
                select(BOOKS.id, depth).from(BOOKS).where(BOOKS.parent.isNull()),
                t -> select(CHILD.id, t.column(depth).plus(1))
                        .from(CHILD)
                        .join(t, CHILD.parent.eq(t.column(BOOKS.id))));
        assertRows(select(tree.column(depth))
                        .from(tree)
                        .orderBy(tree.column(depth).asc()))
                .containsExactly(0, 1, 1, 2);
    }

    @Test
    void aQueryIsMaterializedOrNotAsIsSaid() {
        var cheap = cte("cheap", select(BOOKS.title).from(BOOKS).where(BOOKS.price.lt(2)));
        where(
                Feature.MATERIALIZED,
                select(cheap.column(BOOKS.title)).from(cheap.materialized()),
                rows -> rows.containsExactly("a"));
        where(
                Feature.MATERIALIZED,
                select(cheap.column(BOOKS.title)).from(cheap.notMaterialized()),
                rows -> rows.containsExactly("a"));
    }

    @Test
    void aCommandFeedsAQuery() {
        Books drafts = drafts();
        var moved = cte("moved", deleteFrom(drafts).where(drafts.title.eq("d")).returning(drafts.id, drafts.title));
        where(
                Feature.WRITES_IN_WITH,
                select(moved.column(drafts.title)).from(moved),
                rows -> rows.containsExactly("d"));
        assertRows(select(count()).from(drafts)).containsExactly(dialect().supports(Feature.WRITES_IN_WITH) ? 3L : 4L);
    }

    @Test
    void aCommandFeedsACommand() {
        Books drafts = drafts();
        var added = cte("added", insertInto(drafts).set(drafts.title, "e").returning(drafts.title));
        var copied = insertInto(drafts)
                .select(select(added.column(drafts.title).concat("!")).from(added), drafts.title);
        if (dialect().supports(Feature.WRITES_IN_WITH)) {
            assertThat(written(copied)).isEqualTo(1);
            assertRows(select(drafts.title).from(drafts)).contains("e", "e!").hasSize(6);
        } else {
            assertThatThrownBy(() -> written(copied))
                    .hasMessageContaining(dialect().name() + " does not have");
            assertRows(select(count()).from(drafts)).containsExactly(4L);
        }
    }
}
