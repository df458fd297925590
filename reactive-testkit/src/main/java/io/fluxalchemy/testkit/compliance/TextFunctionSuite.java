package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.coalesce;
import static io.fluxalchemy.sql.Sql.concat;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;

import org.junit.jupiter.api.Test;

/** Functions of texts. */
public abstract class TextFunctionSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected TextFunctionSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void partsOfATextAreCountedFromOne() {
        assertRows(select(
                                BOOKS.title.concat("xyz").substring(2, 2),
                                BOOKS.title.concat("xyz").substring(3),
                                BOOKS.title.concat("xyz").position("z"),
                                BOOKS.title.concat("xx").replace("x", "q"))
                        .into((a, b, c, d) -> a + b + c + d)
                        .from(BOOKS)
                        .where(BOOKS.title.eq("a")))
                .containsExactly("xyyz4aqq");
        assertRows(select(BOOKS.title.position("?")).from(BOOKS).where(BOOKS.title.eq("a")))
                .containsExactly(0);
    }

    @Test
    void textsAreJoinedAndChangedInCase() {
        assertRows(select(concat(BOOKS.title, value("!"), BOOKS.version).upper())
                        .from(BOOKS)
                        .where(BOOKS.title.lower().eq("c")))
                .containsExactly("C!1");
        assertRows(select(value("  x ").trim().concat("|")).from(BOOKS).limit(1))
                .containsExactly("x|");
    }

    @Test
    void aJoinOfNullIsNull() {
        assertRows(select(coalesce(concat(BOOKS.title, BOOKS.year), "nothing"))
                        .from(BOOKS)
                        .orderBy(BOOKS.id.asc()))
                .containsExactly("a1950", "b1999", "nothing", "d1999");
    }

    @Test
    void charactersAreCountedAndNotBytes() {
        assertRows(select(value("\u00fc\u6f22\u2028").length()).from(BOOKS).limit(1))
                .containsExactly(3);
    }
}
