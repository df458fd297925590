package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.ArrayColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.type.Types;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns of arrays, where a database has them. */
public abstract class ArraySuite extends ComplianceSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected ArraySuite(ComplianceTarget target) {
        super(target);
    }

    private static final class Tags extends Table<Tags> {

        static final Tags TAGS = new Tags(Name.of("suite_tag"));

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final ArrayColumn<List<String>, String> words = array("words", Types.TEXT);
        final ArrayColumn<List<Integer>, Integer> numbers = array("numbers", Types.INTEGER);

        private Tags(Name name) {
            super(name, Tags::new);
        }
    }

    private static final Tags TAGS = Tags.TAGS;
    private static final MetaData TABLE = MetaData.of(TAGS);

    @Test
    void arraysOfNoneOneAndNullsComeBack() {
        if (isRefused()) {
            return;
        }
        List<List<String>> lists =
                List.of(List.of(), List.of("one"), Arrays.asList("a", null, "", "null", "{}", "\"\\,'", "🙂"));
        for (int i = 0; i < lists.size(); i++) {
            await(engine().execute(insertInto(TAGS)
                    .set(TAGS.id, i)
                    .set(TAGS.words, lists.get(i))
                    .set(TAGS.numbers, List.of(i, -i))));
        }
        await(engine().execute(insertInto(TAGS).set(TAGS.id, 99)));
        assertRows(select(TAGS.words).from(TAGS).where(TAGS.id.lt(99)).orderBy(TAGS.id.asc()))
                .containsExactlyElementsOf(lists);
        assertRows(select(TAGS.numbers).from(TAGS).where(TAGS.id.eq(2))).containsExactly(List.of(2, -2));
        assertRows(select(TAGS.words).from(TAGS).where(TAGS.id.eq(99)))
                .hasSize(1)
                .containsOnlyNulls();
    }

    @Test
    void elementsAreLookedFor() {
        if (isRefused()) {
            return;
        }
        await(engine().execute(insertInto(TAGS)
                .rows(List.of(1, 2))
                .set(TAGS.id, id -> id)
                .set(TAGS.words, id -> List.of("both", "only " + id))));
        whereTaken(
                "a test for elements of an array",
                select(TAGS.id).from(TAGS).where(TAGS.words.containsAll(List.of("both", "only 2"))),
                rows -> rows.containsExactly(2));
        whereTaken(
                "a test for common elements of arrays",
                select(TAGS.id).from(TAGS).where(TAGS.words.overlaps(List.of("only 1", "nothing"))),
                rows -> rows.containsExactly(1));
    }

    /** New tables; or, where there are no arrays, their refusal, which names the column. */
    private boolean isRefused() {
        if (dialect().supports(Feature.ARRAYS)) {
            renew(TABLE);
            return false;
        }
        assertThatThrownBy(() -> renew(TABLE))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("suite_tag.words");
        return true;
    }
}
