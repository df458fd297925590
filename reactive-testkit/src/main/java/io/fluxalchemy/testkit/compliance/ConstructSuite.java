package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.call;
import static io.fluxalchemy.sql.Sql.construct;
import static io.fluxalchemy.sql.Sql.partitionBy;
import static io.fluxalchemy.sql.Sql.rowNumber;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.template;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.tree.Construct;
import io.fluxalchemy.sql.tree.Place;
import io.fluxalchemy.type.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the language has no verb for. */
public abstract class ConstructSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected ConstructSuite(ComplianceTarget target) {
        super(target);
    }

    /** A function that databases have under different names, or not at all. */
    enum Backwards implements Construct {
        BACKWARDS;

        @Override
        public @Nullable String template(String dialect) {
            return dialect.equals("h2") ? null : "reverse({0})";
        }
    }

    @Test
    void aConstructIsWrittenAsItSaysForTheDialect() {
        whereTaken(
                "BACKWARDS",
                select(construct(Backwards.BACKWARDS, BOOKS.title.concat("x")).asText())
                        .from(BOOKS)
                        .where(BOOKS.title.eq("a")),
                rows -> rows.containsExactly("xa"));
    }

    @Test
    void aTemplateTakesExpressionsAndBindsValues() {
        assertRows(select(template("{0} + {1} * 2", BOOKS.year, BOOKS.version).asNumber(Types.INTEGER))
                        .from(BOOKS)
                        .where(template("{0} = {1}", BOOKS.title, "a").asCondition()))
                .containsExactly(1952);
        assertRows(select(call("lower", BOOKS.title).asText()).from(BOOKS).where(BOOKS.title.eq("C")))
                .containsExactly("c");
    }

    /** Clauses that one database has and others have not. */
    enum OwnClause implements Construct {
        QUALIFY("h2", "qualify {0}"),
        NAMED_WINDOW("postgresql", "window newest_first as (order by {0} desc)"),
        INDEX("mariadb", "use index (primary)"),
        FIRST("postgresql", "fetch first {0} rows only");

        private final String dialect;
        private final String template;

        OwnClause(String dialect, String template) {
            this.dialect = dialect;
            this.template = template;
        }

        @Override
        public @Nullable String template(String name) {
            return name.equals(dialect) ? template : null;
        }
    }

    @Test
    void aClauseOfOnesOwnStandsAtItsPlaceOrIsRefused() {
        Select<String> titles = select(BOOKS.title).from(BOOKS).where(BOOKS.year.gt(1900));
        var newest = rowNumber().over(partitionBy(BOOKS.year).orderBy(BOOKS.id.desc()));
        whereTaken(
                "QUALIFY",
                titles.clause(Place.AFTER_GROUPS, OwnClause.QUALIFY, newest.eq(1L))
                        .orderBy(BOOKS.id.asc()),
                rows -> rows.containsExactly("a", "d"));
        whereTaken(
                "NAMED_WINDOW",
                select(template("first_value({0}) over newest_first", BOOKS.title)
                                .asText())
                        .from(BOOKS)
                        .clause(Place.AFTER_GROUPS, OwnClause.NAMED_WINDOW, BOOKS.id)
                        .limit(1),
                rows -> rows.containsExactly("d"));
        whereTaken(
                "INDEX",
                titles.clause(Place.AFTER_FROM, OwnClause.INDEX),
                rows -> rows.containsExactlyInAnyOrder("a", "b", "d"));
    }

    @Test
    void valuesOfAClauseAreBoundAndNoPartOfItsKey() {
        Select<String> titles = select(BOOKS.title).from(BOOKS).orderBy(BOOKS.id.asc());
        for (int rows = 1; rows < 4; rows++) {
            int most = rows;
            whereTaken("FIRST", titles.clause(Place.AT_END, OwnClause.FIRST, rows), found -> found.hasSize(most));
        }
        Select<String> one = titles.clause(Place.AT_END, OwnClause.FIRST, 1);
        assertThat(one.tree())
                .isEqualTo(titles.clause(Place.AT_END, OwnClause.FIRST, 2).tree());
        assertThat(one.tree()).isNotEqualTo(titles.tree());
    }

    @Test
    void textIsRunWithItsParameters() {
        assertRows(
                        sql("select title from suite_book where version = :version and title <> :title and version = :version")
                                .bind("version", 1)
                                .bind("title", "a")
                                .map(row -> row.get("title", String.class)))
                .containsExactlyInAnyOrder("b", "C", "d");
    }
}
