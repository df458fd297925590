package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** Updates, deletes and inserts that read other rows, and what they return. */
public abstract class WriteSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected WriteSuite(ComplianceTarget target) {
        super(target);
    }

    private static ListAssert<String> assertYears(WriteSuite suite, Books drafts) {
        return suite.assertRows(select(drafts.title, drafts.year)
                .into((title, year) -> title + year)
                .from(drafts));
    }

    @Test
    void anUpdateReadsAFurtherTable() {
        Books drafts = drafts();
        Books other = drafts.as("other");
        assertThat(written(update(drafts)
                        .set(drafts.year, drafts.year.plus(other.year))
                        .from(other)
                        .where(other.title.eq("b"), drafts.title.eq("a"))))
                .isEqualTo(1);
        assertYears(this, drafts).containsExactlyInAnyOrder("a3949", "b1999", "Cnull", "d1999");
    }

    @Test
    void aDeleteReadsAFurtherTable() {
        Books drafts = drafts();
        Books other = drafts.as("other");
        assertThat(written(deleteFrom(drafts)
                        .using(other)
                        .where(other.title.eq("b"), drafts.year.gt(other.version), drafts.parent.eq(other.id))))
                .isEqualTo(1);
        assertYears(this, drafts).containsExactlyInAnyOrder("a1950", "b1999", "Cnull");
    }

    @Test
    void anInsertReadsAQuery() {
        Books drafts = drafts();
        assertThat(written(insertInto(drafts)
                        .select(
                                select(BOOKS.title.concat("2"), BOOKS.year.plus(10))
                                        .from(BOOKS),
                                drafts.title,
                                drafts.year)))
                .isEqualTo(4);
        assertYears(this, drafts)
                .contains("a21960", "b22009", "C2null", "d22009")
                .hasSize(8);
    }

    @Test
    void aRowOfDefaultsAndAValueThatIsCalculated() {
        Books drafts = drafts();
        await(engine().execute(insertInto(drafts).set(drafts.title, value("x").concat("y"))));
        assertRows(select(drafts.version).from(drafts).where(drafts.title.eq("xy")))
                .containsExactly(1);
    }

    @Test
    void rowsThatAreDeletedComeBack() {
        Books drafts = drafts();
        whereTaken(
                "returning",
                deleteFrom(drafts).where(drafts.title.eq("d")).returning(drafts.year),
                rows -> rows.containsExactly(1999));
    }

    @Test
    void rowsThatAreUpdatedComeBack() {
        Books drafts = drafts();
        whereTaken(
                "returning",
                update(drafts)
                        .set(drafts.year, value(7))
                        .where(drafts.title.eq("b"))
                        .returning(drafts.year),
                rows -> rows.containsExactly(7));
    }
}
