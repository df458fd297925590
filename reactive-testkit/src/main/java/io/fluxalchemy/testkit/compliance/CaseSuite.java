package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.caseWhen;
import static io.fluxalchemy.sql.Sql.cast;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.tryCast;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.type.Types;
import org.junit.jupiter.api.Test;

/** Values chosen by conditions, and values of another type. */
public abstract class CaseSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected CaseSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void theFirstConditionThatIsTrueChooses() {
        assertRows(select(caseWhen(BOOKS.year.lt(1960), "old")
                                .when(BOOKS.year.lt(2000), "classic")
                                .orElse("new")
                                .as("age"))
                        .from(BOOKS)
                        .orderBy(BOOKS.id.asc()))
                .containsExactly("old", "classic", "new", "classic");
    }

    @Test
    void aNumberIsCastToTextAndBack() {
        assertRows(select(cast(BOOKS.year).asText()).from(BOOKS).where(BOOKS.title.eq("a")))
                .containsExactly("1950");
        assertRows(select(cast(cast(BOOKS.year).asText()).asNumber(Types.BIGINT))
                        .from(BOOKS)
                        .where(BOOKS.title.eq("a")))
                .containsExactly(1950L);
        assertRows(select(cast(BOOKS.year).asNumber(Types.BIGINT)).from(BOOKS).where(BOOKS.title.eq("a")))
                .containsExactly(1950L);
    }

    @Test
    void aCastThatMayFailGivesNull() {
        where(
                Feature.TRY_CAST,
                select(
                                tryCast(BOOKS.title.replace("a", "12")).asNumber(Types.INTEGER),
                                tryCast(value("2024-02-30")).asTemporal(Types.DATE),
                                tryCast(value("7")).asNumber(Types.BIGINT))
                        .into((number, day, seven) -> number + " " + day + " " + seven)
                        .from(BOOKS)
                        .orderBy(BOOKS.id.asc()),
                rows -> rows.containsExactly("12 null 7", "null null 7", "null null 7", "null null 7"));
    }
}
