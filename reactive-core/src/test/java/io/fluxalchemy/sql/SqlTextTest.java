package io.fluxalchemy.sql;

import static io.fluxalchemy.sql.Authors.AUTHORS;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.TextTree;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

    record Stats(String authorName, long books) {}

    record Odd(Object anything) {}

    private static void refused(ThrowingCallable action, String... parts) {
        assertThatThrownBy(action).isInstanceOf(StatementException.class).hasMessageContainingAll(parts);
    }

    @Test
    void parametersAreFoundByName() {
        NamedText text = NamedText.parse("select * from t where a = :a and b>:b_2 or c=:a");
        assertThat(text.names()).containsExactly("a", "b_2", "a");
        assertThat(text.parts()).containsExactly("select * from t where a = ", " and b>", " or c=", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a::text, b::varchar(3)",
                "select ':x', 'it''s :x'",
                "select E'\\':x'",
                "select \":x\" from `:x`",
                "select 1 -- :x\n",
                "select 1 -- :x",
                "select /* :x /* :x */ :x */ 1",
                "select $$ :x $$, $tag$ :x $$ :x $tag$",
                "begin x := 1; end",
                "select a[1:2]",
                "select 'open :x",
                "select /* open :x",
                "select $$ open :x",
                "select 1 : 2"
            })
    void colonsElsewhereAreNoParameters(String sql) {
        NamedText text = NamedText.parse(sql);
        assertThat(text.names()).isEmpty();
        assertThat(text.parts()).containsExactly(sql);
    }

    @Test
    void whatFollowsAStringIsReadAgain() {
        assertThat(NamedText.parse("'a' :b \"c\" :d --e\n:f /*g*/:h $$i$$ :j $1 :k me'\\' :l")
                        .names())
                .containsExactly("b", "d", "f", "h", "j", "k", "l");
    }

    @Test
    void aBackslashTakesAColonsMeaningAway() {
        NamedText text = NamedText.parse("select a[\\:b], \\:\\:c");
        assertThat(text.names()).isEmpty();
        assertThat(text.parts()).containsExactly("select a[:b], ::c");
    }

    @Test
    void aNameUsedTwiceIsBoundOnce() {
        TextTree tree = sql("select :a, :b, :a")
                .bind("a", 1)
                .bindNull("b", Types.TEXT)
                .tree()
                .text();
        assertThat(tree.values()).extracting(node -> ((ValueNode) node).value()).containsExactly(1, null, 1);
    }

    @Test
    void parametersThatDoNotFitAreNamed() {
        SqlText text = sql("select :a, :b");
        refused(() -> text.bind("c", 1), ":c", ":a, :b");
        refused(() -> text.bind("a", 1).bind("a", 2), ":a is bound twice");
        refused(() -> text.bind("a", 1).tree(), "no value for :b");
        refused(text::tree, "no value for :a, :b");
        refused(() -> text.bind("a", (Object) null), "bindNull(\"a\", type)");
        refused(() -> text.bind("a", new Object()), "bind(\"a\", …)", "SqlType");
        refused(() -> sql("select 1").bind("a", 1), "it has none");
    }

    @Test
    void entitiesAndExpressionsAreReadByLabel() {
        SqlText.Typed<String> names = sql("select name from author").as(AUTHORS.name);
        assertThat(names.selection()).isEqualTo(names.selection());
        assertThat(names.selection().items()).extracting(SelectItem::label).containsExactly("name");
        assertThat(sql("select 1").rows().selection().items()).isEmpty();
    }

    @Test
    void recordsAreReadByTheNamesOfTheirComponents() {
        Selection<Stats> stats = sql("select 1").as(Stats.class).selection();
        assertThat(stats.items()).extracting(SelectItem::label).containsExactly("author_name", "books");
        assertThat(stats.items().get(1).type()).isEqualTo(Types.BIGINT);
        assertThat(stats.reader().read(GivenRow.of("x", 2L), 0)).isEqualTo(new Stats("x", 2));
        assertThatThrownBy(() -> stats.reader().read(GivenRow.of("x", null), 0))
                .isInstanceOf(ConversionException.class)
                .hasMessageContainingAll("column books is NULL", "component books of Stats", "long");
        refused(() -> sql("select 1").as(Odd.class), "component anything", "java.lang.Object", "Odd");
    }

    @Test
    void scalarsAreReadFromTheFirstColumn() {
        Selection<Long> number = sql("select 1").as(Long.class).selection();
        assertThat(number.reader().read(GivenRow.of(2L), 0)).isEqualTo(2L);
        assertThatThrownBy(() -> number.reader().read(GivenRow.of("2"), 0))
                .isInstanceOf(ConversionException.class)
                .hasMessageContainingAll("String", "Long", "cast");
        refused(() -> sql("select 1").as(Object.class), "as(Object.class)", "map(row -> …)");
    }

    @Test
    void optionsAreCarried() {
        StatementOption<Object> option = new StatementOption<>() {};
        SqlText.Typed<String> query =
                sql("select :a").as(AUTHORS.name).options(option).bind("a", 1);
        assertThat(query.options()).containsExactly(option);
        assertThat(query.withSelection(AUTHORS.id.selection()).options()).isEmpty();
        List<@Nullable Object> values = new ArrayList<>();
        query.tree().values().forEach(node -> values.add(((ValueNode) node).value()));
        assertThat(values).containsExactly(1);
    }
}
