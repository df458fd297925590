package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.SqlRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** How a row is read: by what was selected, by label, by place. */
public abstract class RowSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected RowSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void aRowIsReadByWhatWasSelectedByLabelAndByPlace() {
        var twice = BOOKS.year.times(2).as("twice");
        List<SqlRow> rows =
                all(select(List.of(BOOKS.title, BOOKS.year, twice)).from(BOOKS).orderBy(BOOKS.id.asc()));
        SqlRow first = rows.get(0);
        assertThat(first.size()).isEqualTo(3);
        assertThat(first.get(BOOKS.title)).isEqualTo("a");
        assertThat(first.get(twice)).isEqualTo(3900);
        assertThat(first.get("twice", Integer.class)).isEqualTo(3900);
        assertThat(first.get(1, Integer.class)).isEqualTo(1950);
    }

    @Test
    void aNullIsReadWhereItIsExpected() {
        SqlRow row = all(select(List.of(BOOKS.title, BOOKS.year)).from(BOOKS).where(BOOKS.title.eq("C")))
                .get(0);
        assertThat(row.getOrNull(BOOKS.year)).isNull();
        assertThat(row.getOrNull("published_in", Integer.class)).isNull();
        assertThatThrownBy(() -> row.get(BOOKS.year)).isInstanceOf(ConversionException.class);
    }

    @Test
    void twoColumnsOfOneLabelAreToldApart() {
        Books child = BOOKS.as("child");
        SqlRow row = all(select(List.of(BOOKS.title, child.title))
                        .from(child)
                        .join(BOOKS, child.parent.eq(BOOKS.id))
                        .where(child.title.eq("d")))
                .get(0);
        assertThat(row.get(BOOKS.title)).isEqualTo("b");
        assertThat(row.get(child.title)).isEqualTo("d");
        assertThatThrownBy(() -> row.get("title", String.class)).isInstanceOf(StatementException.class);
    }

    @Test
    void aWholeTableIsOneItem() {
        SqlRow row = all(select(BOOKS).from(BOOKS).where(BOOKS.title.eq("a"))).get(0);
        assertThat(row.get(BOOKS.price)).isEqualByComparingTo("1.50");
        assertThat(row.size()).isEqualTo(BOOKS.columns().size());
    }

    @Test
    void aRowIsAMapInTheOrderOfTheSelectListWithItsNulls() {
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expected.put("published_in", null);
        expected.put("title", "C");
        expected.put("twice", null);
        Map<String, @Nullable Object> map = all(select(
                                BOOKS.year, BOOKS.title, BOOKS.year.times(2).as("twice"))
                        .from(BOOKS)
                        .where(BOOKS.title.eq("C"))
                        .map(SqlRow::asMap))
                .get(0);
        assertThat(map).containsExactlyEntriesOf(expected);
        assertThatThrownBy(() -> map.put("title", "other")).isInstanceOf(UnsupportedOperationException.class);
        Map<String, @Nullable Object> whole =
                all(select(BOOKS).where(BOOKS.title.eq("a"))).get(0).asMap();
        assertThat(whole.keySet())
                .containsExactlyElementsOf(
                        BOOKS.columns().stream().map(Column::name).toList());
    }

    @Test
    void aMapOfTwoColumnsOfOneLabelIsRefusedByTheirName() {
        Books child = BOOKS.as("child");
        Books other = BOOKS.as("other");
        var joined = select(List.of(BOOKS.title, child.title, BOOKS.year, child.year.as("year")))
                .from(child)
                .join(BOOKS, child.parent.eq(BOOKS.id));
        SqlRow row = all(joined).get(0);
        assertThatThrownBy(row::asMap)
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("[title]")
                .hasMessageContaining("aliases");
        assertThat(all(select(BOOKS.title, other.title.as("other"))
                        .from(BOOKS)
                        .join(other, other.id.eq(BOOKS.id))
                        .where(BOOKS.title.eq("a"))
                        .map(SqlRow::asMap)))
                .containsExactly(Map.of("title", "a", "other", "a"));
    }

    @Test
    void aRowOfTextSqlIsAMapToo() {
        String label = dialect().identifiers().quoted("How many");
        Map<String, @Nullable Object> row = all(sql("select count(*) as " + label + " from suite_book")
                        .map(SqlRow::asMap))
                .get(0);
        assertThat(row).containsOnlyKeys("How many");
    }

    @Test
    void rowsArriveAsTheyAreAskedFor() {
        StepVerifier.create(engine().stream(select(BOOKS.title).from(BOOKS).orderBy(BOOKS.id.asc())), 1)
                .expectNext("a")
                .thenRequest(2)
                .expectNext("b", "C")
                .thenCancel()
                .verify(PATIENCE);
    }
}
