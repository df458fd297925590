package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.excluded;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that are there already. */
public abstract class UpsertSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected UpsertSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void aConflictUpdatesInsertsOrKeeps() {
        Books drafts = drafts();
        await(engine().execute(insertInto(drafts)
                .set(drafts.title, "a")
                .set(drafts.year, 10)
                .onConflict(drafts.title)
                .doUpdate(drafts.year, excluded(drafts.year).plus(drafts.year))));
        for (String title : List.of("b", "e")) {
            await(engine().execute(insertInto(drafts)
                    .set(drafts.title, title)
                    .set(drafts.year, 3)
                    .onConflict(drafts.title)
                    .doNothing()));
        }
        assertRows(select(drafts.title, drafts.year)
                        .into((title, year) -> title + year)
                        .from(drafts))
                .containsExactlyInAnyOrder("a1960", "b1999", "Cnull", "d1999", "e3");
    }

    @Test
    void theOtherValuesAreUpdatedInOneWord() {
        Books drafts = drafts();
        await(engine().execute(insertInto(drafts)
                .rows(List.of("a", "e"))
                .set(drafts.title, title -> title)
                .set(drafts.year, title -> 7)
                .upsert(drafts.title)));
        assertRows(select(drafts.title, drafts.year)
                        .into((title, year) -> title + year)
                        .from(drafts))
                .containsExactlyInAnyOrder("a7", "b1999", "Cnull", "d1999", "e7");
    }
}
