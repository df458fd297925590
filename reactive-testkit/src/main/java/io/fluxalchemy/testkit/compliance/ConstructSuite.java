package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.call;
import static io.fluxalchemy.sql.Sql.construct;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.template;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;

import io.fluxalchemy.sql.tree.Construct;
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
