package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.min;
import static io.fluxalchemy.sql.Sql.sample;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.series;
import static io.fluxalchemy.sql.Sql.template;
import static io.fluxalchemy.sql.Sql.unnest;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.sql.Sql.values;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.type.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows of this side, and functions, read as tables. */
public abstract class ValuesSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected ValuesSuite(ComplianceTarget target) {
        super(target);
    }

    record Line(Long id, @Nullable String text) {}

    @Test
    void valuesAreJoinedAsATable() {
        Long first = all(select(min(BOOKS.id)).from(BOOKS)).get(0);
        var lines = values("line", List.of(new Line(first, "x'y"), new Line(-1L, null)))
                .set(BOOKS.id, Line::id)
                .set(value("").as("note"), Line::text);
        assertRows(select(lines.column(value("").as("note")), BOOKS.title)
                        .into((note, title) -> note + "/" + title)
                        .from(lines)
                        .leftJoin(BOOKS, BOOKS.id.eq(lines.column(BOOKS.id)))
                        .orderBy(lines.column(BOOKS.id).asc()))
                .containsExactly("null/null", "x'y/a");
    }

    @Test
    void aSeriesOfNumbersIsATable() {
        where(
                Feature.TABLE_FUNCTIONS,
                select(series(1, 3).as("n").value()).from(series(1, 3).as("n")),
                rows -> rows.containsExactly(1L, 2L, 3L));
    }

    @Test
    void elementsOfAnArrayAreNumberedRows() {
        var elements = unnest(template("array['x', 'y']").asArray(Types.TEXT), Types.TEXT)
                .as("element")
                .withOrdinality();
        where(
                Feature.TABLE_FUNCTIONS,
                select(elements.value(), elements.ordinality())
                        .into((value, place) -> value + place)
                        .from(elements),
                rows -> rows.containsExactly("x1", "y2"));
    }

    @Test
    void aSampleIsOfRowsOfTheTable() {
        where(
                Feature.TABLE_SAMPLES,
                select(count()).from(sample(BOOKS, 100)).where(BOOKS.year.eq(1999)),
                rows -> rows.containsExactly(2L));
        where(Feature.TABLE_SAMPLES, select(count()).from(sample(BOOKS, 0)), rows -> rows.containsExactly(0L));
    }
}
