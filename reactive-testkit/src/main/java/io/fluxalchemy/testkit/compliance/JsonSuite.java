package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;

import io.fluxalchemy.type.Types;
import org.junit.jupiter.api.Test;

/** Paths into documents. */
public abstract class JsonSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected JsonSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void aPathLeadsToTextAndNumbersAndNull() {
        assertRows(select(
                                BOOKS.meta.text("k", "u"),
                                BOOKS.meta.number(Types.INTEGER, "k", "n"),
                                BOOKS.meta.text("k", "z"),
                                BOOKS.meta.text("k", "l", "1"),
                                BOOKS.meta.text("nowhere", "at all"))
                        .into((u, number, z, two, nowhere) -> u + " " + number + " " + z + " " + two + " " + nowhere)
                        .from(BOOKS)
                        .where(BOOKS.title.eq("a")))
                .containsExactly("c\"m 3 null two null");
    }

    @Test
    void whatAPathLeadsToIsCompared() {
        assertRows(select(BOOKS.title)
                        .from(BOOKS)
                        .where(BOOKS.meta.number(Types.INTEGER, "k", "n").gt(2)))
                .containsExactly("a");
        assertRows(select(BOOKS.title).from(BOOKS).where(BOOKS.meta.text("k").eq("1")))
                .containsExactly("b");
    }
}
