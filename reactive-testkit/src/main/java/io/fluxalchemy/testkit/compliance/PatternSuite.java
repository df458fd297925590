package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;

import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.Select;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts that look like a pattern, or have words. */
public abstract class PatternSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected PatternSuite(ComplianceTarget target) {
        super(target);
    }

    private Select<String> titles(Condition... conditions) {
        return select(BOOKS.title).from(BOOKS).where(conditions).orderBy(BOOKS.id.asc());
    }

    @Test
    void likeTellsUpperFromLowerCaseAndIlikeDoesNot() {
        assertRows(titles(BOOKS.title.like("c%"))).isEmpty();
        assertRows(titles(BOOKS.title.like("C%"))).containsExactly("C");
        assertRows(titles(BOOKS.title.ilike("c%"))).containsExactly("C");
        assertRows(titles(BOOKS.title.containsIgnoreCase("c"))).containsExactly("C");
    }

    @Test
    void wildcardsInWhatIsLookedForAreText() {
        Books drafts = drafts();
        await(engine().execute(insertInto(drafts).set(drafts.title, "100%_\\ sure")));
        for (String part : List.of("%", "_", "\\", "0%_", "_\\")) {
            assertRows(select(drafts.title).from(drafts).where(drafts.title.contains(part)))
                    .as(part)
                    .containsExactly("100%_\\ sure");
        }
        assertRows(select(drafts.title).from(drafts).where(drafts.title.startsWith("100_")))
                .isEmpty();
        assertRows(select(drafts.title).from(drafts).where(drafts.title.startsWith("100%_")))
                .hasSize(1);
        assertRows(select(drafts.title).from(drafts).where(drafts.title.endsWith("\\ sure")))
                .hasSize(1);
    }

    @Test
    void aRegularExpressionIsFoundAnywhere() {
        assertRows(titles(BOOKS.title.matches("^[bc]"))).containsExactly("b");
        assertRows(titles(BOOKS.title.matchesIgnoreCase("^[bc]"))).containsExactly("b", "C");
        assertRows(titles(BOOKS.title.matches("^[bc]").not())).containsExactly("a", "C", "d");
    }

    @Test
    void everyMatchOfARegularExpressionIsReplaced() {
        assertRows(select(BOOKS.title.replaceMatches("[ab]", "x")).from(BOOKS).orderBy(BOOKS.id.asc()))
                .containsExactly("x", "x", "C", "d");
    }
}
