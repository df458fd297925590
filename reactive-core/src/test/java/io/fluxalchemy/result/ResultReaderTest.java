package io.fluxalchemy.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.RowReader;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.sql.SqlRow;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultReaderTest {

    private static final Item<String> NAME = new Item<>("name", Types.TEXT);
    private static final Item<Integer> AGE = new Item<>("age", Types.INTEGER);

    /** A selected value of one column. */
    private record Item<T>(String label, SqlType<T> type) implements Selectable<T> {
        @Override
        @SuppressWarnings("unchecked")
        public Selection<T> selection() {
            Node node = new ValueNode(Types.TEXT, "");
            return new Selection<>(
                    List.of(new SelectItem(node, type, label)), (row, from) -> (T) row.get(from), List.of());
        }

        @Override
        public String describe() {
            return "person." + label;
        }
    }

    private static <R> Selection<R> selection(RowReader<R> reader, Selectable<?>... items) {
        return new Selection<>(
                Arrays.stream(items)
                        .flatMap(each -> each.selection().items().stream())
                        .toList(),
                reader,
                List.of());
    }

    private static Selection<SqlRow> rows(Selectable<?>... items) {
        List<Selectable<?>> selected = List.of(items);
        return selection((row, from) -> row.detach(selected, from), items);
    }

    private static SqlRow row(ScriptedResult result, Selection<SqlRow> selection, Object... values) {
        return ResultReader.of(selection, result, null).read(result.row(values), result);
    }

    @Test
    void decodersAreResolvedOncePerResult() {
        ScriptedResult result = new ScriptedResult("name", "age");
        ResultReader<String> reader = ResultReader.of(
                selection((row, from) -> row.get(from) + "/" + row.get(from + 1), NAME, AGE), result, null);

        assertThat(result.decodersAskedFor()).isEmpty();
        assertThat(reader.read(result.row("Ann", 30), result)).isEqualTo("Ann/30");
        assertThat(reader.read(result.row("Bob", null), result)).isEqualTo("Bob/null");
        assertThat(result.decodersAskedFor()).containsExactly("name as text", "age as integer");
    }

    @Test
    void aRowIsAMapIfEachValueHasALabelOfItsOwn() {
        Map<String, @Nullable Object> map = row(new ScriptedResult("name", "age"), rows(NAME, AGE), "Ann", null)
                .asMap();
        assertThat(map).hasSize(2).containsEntry("name", "Ann").containsEntry("age", null);
        assertThat(map.keySet()).containsExactly("name", "age");

        SqlRow twice = row(new ScriptedResult("name", "age", "name"), rows(NAME, AGE, NAME), "Ann", 30, "Bob");
        assertThatThrownBy(twice::asMap)
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("[name]")
                .hasMessageContaining("aliases");

        Selectable<String> person = new Selectable<>() {
            @Override
            public Selection<String> selection() {
                return ResultReaderTest.selection((row, from) -> row.get(from) + "/" + row.get(from + 1), NAME, AGE);
            }

            @Override
            public String describe() {
                return "the person";
            }
        };
        SqlRow whole = row(new ScriptedResult("name", "age"), rows(person), "Ann", 30);
        assertThatThrownBy(whole::asMap)
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("[the person]")
                .hasMessageContaining("select columns");
    }

    @Test
    void aDetachedRowIsReadByPlace() {
        SqlRow row = row(new ScriptedResult("name", "age"), rows(NAME, AGE), "Ann", null);
        assertThat(row.size()).isEqualTo(2);
        assertThat(row.get(0, String.class)).isEqualTo("Ann");
        assertThat(row.getOrNull(1, Integer.class)).isNull();
        assertThatThrownBy(() -> row.get(1, Integer.class))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("value 1 is NULL");
        assertThatThrownBy(() -> row.get(0, Integer.class))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("value 0 is a java.lang.String, not exactly a java.lang.Integer");
        assertThatThrownBy(() -> row.get(2, String.class))
                .isInstanceOf(StatementException.class)
                .hasMessage("value 2 was asked for, and the row has 2, counted from 0: [name, age]");
        assertThatThrownBy(() -> row.get(-1, String.class)).isInstanceOf(StatementException.class);
    }

    @Test
    void theAttachmentReachesTheReader() {
        ScriptedResult result = new ScriptedResult("name");
        Object attachment = new Object();
        assertThat(ResultReader.of(selection((row, from) -> row.attachment(), NAME), result, attachment)
                        .read(result.row("x"), result))
                .isSameAs(attachment);
    }

    @Test
    void aValueThatDoesNotFitNamesItsColumn() {
        ScriptedResult result = new ScriptedResult("name", "age");
        assertThatThrownBy(() -> row(result, rows(NAME, AGE), "x", "unreadable"))
                .isInstanceOf(ConversionException.class)
                .hasMessage("column \"age\" (number 2): narrowed");
        assertThatThrownBy(() -> row(result, rows(NAME, AGE), "x", 3L))
                .isInstanceOf(ConversionException.class)
                .hasMessage("column \"age\" (number 2): integer takes a java.lang.Integer, not a java.lang.Long");
    }

    @Test
    void anExceptionOfAConverterNamesTheColumnToo() {
        ScriptedResult result = new ScriptedResult("n");
        SqlType<StringBuilder> type =
                Types.converted(Types.TEXT, StringBuilder.class, StringBuilder::toString, text -> {
                    throw new IllegalStateException("boom");
                });
        assertThatThrownBy(() -> row(result, rows(new Item<>("n", type)), "x"))
                .isInstanceOf(ConversionException.class)
                .hasMessage("column \"n\" (number 1) cannot be read as text as StringBuilder: the cause tells why")
                .hasRootCauseMessage("boom");
    }

    @Test
    void aResultWithTooFewColumnsIsAnError() {
        ScriptedResult result = new ScriptedResult("name");
        assertThatThrownBy(() -> row(result, rows(NAME, AGE), "x"))
                .isInstanceOf(StatementException.class)
                .hasMessage("the statement selects 2 columns, its result has 1");
    }

    @Test
    void aDetachedRowIsReadByWhatWasSelectedAndByLabel() {
        ScriptedResult result = new ScriptedResult("NAME", "AGE");
        SqlRow row = row(result, rows(NAME, AGE), "Ann", 30);
        assertThat(row.get(NAME)).isEqualTo("Ann");
        assertThat(row.get(new Item<>("age", Types.INTEGER))).isEqualTo(30);
        assertThat(row.get("name", String.class)).isEqualTo("Ann");
        assertThat(row.get("Age", int.class)).isEqualTo(30);
        assertThat(row.get("age", Long.class)).isEqualTo(30L);
        assertThat(row.get("age", double.class)).isEqualTo(30.0);
        assertThat(row.get("age", BigDecimal.class)).isEqualTo("30");
        assertThat(row.get("age", Object.class)).isEqualTo(30);
        assertThat(row).hasToString("SqlRow[name, age]");
    }

    @Test
    void aDetachedRowDoesNotNarrow() {
        ScriptedResult result = new ScriptedResult("age");
        SqlRow row = row(result, rows(AGE), 30);
        assertThatThrownBy(() -> row.get("age", Short.class))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("column \"age\" is a java.lang.Integer, not exactly a java.lang.Short");
        assertThatThrownBy(() -> row.get("age", float.class)).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> row.get("age", String.class)).isInstanceOf(ConversionException.class);
    }

    @Test
    void nullIsReadWithGetOrNullOnly() {
        ScriptedResult result = new ScriptedResult("name");
        SqlRow row = row(result, rows(NAME), new Object[] {null});
        assertThat(row.getOrNull(NAME)).isNull();
        assertThat(row.getOrNull("name", String.class)).isNull();
        assertThatThrownBy(() -> row.get(NAME))
                .isInstanceOf(ConversionException.class)
                .hasMessage("person.name is NULL in this row: read it with getOrNull");
        assertThatThrownBy(() -> row.get("name", String.class)).isInstanceOf(ConversionException.class);
    }

    @Test
    void whatWasNotSelectedIsNotFound() {
        ScriptedResult result = new ScriptedResult("name");
        SqlRow row = row(result, rows(NAME), "Ann");
        assertThatThrownBy(() -> row.get(AGE))
                .isInstanceOf(StatementException.class)
                .hasMessage("person.age was not selected; the row has [person.name]");
        assertThatThrownBy(() -> row.get("age", Integer.class))
                .isInstanceOf(StatementException.class)
                .hasMessage("no column is labelled \"age\"; the row has [name]");
    }

    @Test
    void twoOfAKindAreToldApartByIdentityOnly() {
        Item<String> first = new Item<>("name", Types.TEXT);
        Item<String> second = new Item<>("name", Types.TEXT);
        ScriptedResult result = new ScriptedResult("name", "name");
        SqlRow row = row(result, rows(first, second), "Ann", "Bob");
        assertThat(row.get(second)).isEqualTo("Bob");
        assertThatThrownBy(() -> row.get(NAME))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("equals several selected values");
        assertThatThrownBy(() -> row.get("name", String.class))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("ambiguous");
    }

    @Test
    void aLabelSpelledExactlyWinsOverOtherLetterCase() {
        ScriptedResult result = new ScriptedResult("Name", "name");
        SqlRow row = row(
                result,
                new Selection<>(List.of(), (values, from) -> values.detach(List.of(), from), List.of()),
                "a",
                "b");
        assertThat(row.get("name", String.class)).isEqualTo("b");
        assertThatThrownBy(() -> row.get("NAME", String.class)).isInstanceOf(StatementException.class);
    }

    @Test
    void aTextStatementIsReadByTheAdaptersTypes() {
        ScriptedResult result = new ScriptedResult("x", "y");
        Selection<List<Object>> both =
                new Selection<>(List.of(), (row, from) -> Arrays.asList(row.get(0), row.get(1)), List.of());
        assertThat(ResultReader.of(both, result, null).read(result.row("1", "2"), result))
                .containsExactly("1", "2");
        assertThat(result.decodersAskedFor()).containsExactly("x as text", "y as text");
    }

    @Test
    void aTypedTextStatementFindsItsColumnsByLabel() {
        ScriptedResult result = new ScriptedResult("extra", "AGE", "NAME");
        Selection<SqlRow> selection = rows(NAME, AGE);
        SqlRow row = ResultReader.ofText(selection, result, null).read(result.row("?", 30, "Ann"), result);
        assertThat(row.get(NAME)).isEqualTo("Ann");
        assertThat(row.get(AGE)).isEqualTo(30);
        ScriptedResult other = new ScriptedResult("name", "year");
        assertThatThrownBy(() -> ResultReader.ofText(selection, other, null).read(other.row("Ann", 30), other))
                .isInstanceOf(StatementException.class)
                .hasMessage("no column is labelled \"age\"; the row has [name, year]");
    }

    @Test
    void rowsOfEqualValuesAreEqual() {
        ScriptedResult result = new ScriptedResult("name");
        assertThat(row(result, rows(NAME), "Ann"))
                .isEqualTo(row(result, rows(NAME), "Ann"))
                .isNotEqualTo(row(result, rows(NAME), "Bob"))
                .hasSameHashCodeAs(row(result, rows(NAME), "Ann"));
    }

    @Test
    void rowValuesAreNotReadBetweenRows() {
        RowValues values =
                new CurrentRow(ResultColumns.untyped(new ScriptedResult("x"), new ScriptedResult("x")), null);
        assertThatThrownBy(() -> values.get(0)).isInstanceOf(IllegalStateException.class);
    }
}
