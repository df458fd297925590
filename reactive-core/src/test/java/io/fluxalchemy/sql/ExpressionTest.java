package io.fluxalchemy.sql;

import static io.fluxalchemy.sql.Authors.AUTHORS;
import static io.fluxalchemy.sql.Books.BOOKS;
import static io.fluxalchemy.sql.Sql.cast;
import static io.fluxalchemy.sql.Sql.coalesce;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.max;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.InNode;
import io.fluxalchemy.sql.tree.NeutralNode;
import io.fluxalchemy.sql.tree.UnaryNode;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.sql.tree.ValuesNode;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    private static void refused(ThrowingCallable action, String... parts) {
        assertThatThrownBy(action).isInstanceOf(StatementException.class).hasMessageContainingAll(parts);
    }

    private static Object value(Condition comparison) {
        return ((ValueNode) ((BinaryNode) comparison.node()).right()).value();
    }

    @Test
    void aNullVariableInAComparisonIsRefusedAndNamesTheWaysOut() {
        String none = null;
        refused(() -> AUTHORS.name.eq(none), "author.name.eq(null)", "eqIf", "isNull()");
        refused(() -> AUTHORS.name.ge(none), "author.name.ge(null)", "geIf");
        refused(() -> AUTHORS.name.ne(none), "author.name.ne(null)", "isNotNull()");
        refused(() -> AUTHORS.name.between("a", none), "author.name.between(null)");
        refused(() -> AUTHORS.name.like(none), "author.name.like(null)", "ifPresent");
        refused(() -> AUTHORS.name.contains(none), "author.name.contains(null)", "containsIf");
    }

    @Test
    void ifFormsDropAConditionWithoutValue() {
        assertThat(List.of(
                        AUTHORS.name.eqIf(null),
                        AUTHORS.name.gtIf(null),
                        AUTHORS.name.geIf(null),
                        AUTHORS.name.ltIf(null),
                        AUTHORS.name.leIf(null),
                        AUTHORS.name.inIf(null),
                        AUTHORS.name.startsWithIf(null),
                        AUTHORS.name.containsIf(null)))
                .extracting(Condition::node)
                .allMatch(NeutralNode.class::isInstance);
        assertThat(AUTHORS.name.eqIf("x")).isEqualTo(AUTHORS.name.eq("x"));
        assertThat(AUTHORS.name.inIf(List.of()).node()).isInstanceOf(InNode.class);
    }

    @Test
    void isDistinctFromNullAsksForAValue() {
        assertThat(AUTHORS.name.isDistinctFrom((String) null)).isEqualTo(AUTHORS.name.isNotNull());
        assertThat(((BinaryNode) AUTHORS.name.isDistinctFrom("x").node()).operator())
                .isEqualTo(BinaryOperator.IS_DISTINCT_FROM);
    }

    @Test
    void aListMayBeEmptyButHoldsNoNull() {
        InNode empty = (InNode) AUTHORS.name.in(List.of()).node();
        assertThat(((ValuesNode) empty.haystack()).values()).isEmpty();
        assertThat(empty.negated()).isFalse();
        assertThat(((InNode) AUTHORS.name.notIn(List.of()).node()).negated()).isTrue();
        refused(() -> AUTHORS.name.in(Arrays.asList("a", null)), "author.name.in(…)", "index 1", "isNull()");
        refused(() -> AUTHORS.name.notIn(Arrays.asList((String) null)), "author.name.notIn(…)", "index 0");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void aQueryInInSelectsOneItemAndWritesNothing() {
        refused(() -> AUTHORS.id.in((Query) select(BOOKS.id, BOOKS.title)), "author.id.in(query)", "one item", "2");
        refused(
                () -> AUTHORS.id.in(insertInto(AUTHORS).set(AUTHORS.name, "x").returning(AUTHORS.id)),
                "author.id.in(query)",
                "writes");
    }

    @Test
    void valuesAreComparedWithoutTheColumnsLengthOrScale() {
        BinaryNode name =
                (BinaryNode) AUTHORS.name.eq("longer than twenty characters").node();
        assertThat(((ValueNode) name.right()).type()).isEqualTo(Types.TEXT);
        BinaryNode price = (BinaryNode) BOOKS.price.gt(new BigDecimal("9.999")).node();
        assertThat(((ValueNode) price.right()).type()).isEqualTo(Types.NUMERIC);
        assertThat(BOOKS.price.times(new BigDecimal("1.005")).type()).isEqualTo(Types.NUMERIC);
        assertThat(AUTHORS.name.upper().type()).isEqualTo(Types.TEXT);
    }

    @Test
    void wholeNumbersBecomeTheExpressionsType() {
        assertThat(value(BOOKS.id.eq(5))).isEqualTo(5L);
        assertThat(value(BOOKS.year.eq(5))).isEqualTo(5);
        assertThat(value(BOOKS.price.eq(5))).isEqualTo(new BigDecimal(5));
        assertThat(value(count().gt(5))).isEqualTo(5L);
        assertThat(value(Sql.value(1.5).gt(5))).isEqualTo(5.0);
        refused(() -> BOOKS.year.eq(3_000_000_000L), "3000000000", "book.year", "cast(");
        refused(() -> Sql.value(1.5f).gt((1L << 24) + 1), "16777217");
        refused(() -> Sql.value(1.5).gt((1L << 53) + 1), "9007199254740993");
    }

    @Test
    void textIsLookedForAsItIs() {
        assertThat(value(AUTHORS.name.startsWith("50%_\\x"))).isEqualTo("50\\%\\_\\\\x%");
        assertThat(value(AUTHORS.name.endsWith("_"))).isEqualTo("%\\_");
        assertThat(value(AUTHORS.name.contains("%"))).isEqualTo("%\\%%");
        assertThat(value(AUTHORS.name.like("a%"))).isEqualTo("a%");
        assertThat(value(AUTHORS.name.containsIgnoreCase("A_"))).isEqualTo("%A\\_%");
    }

    @Test
    void functionsKeepTheKind() {
        TextExpression text = coalesce(AUTHORS.nick, AUTHORS.name).lower();
        NumericExpression<Integer> number = max(BOOKS.year).minus(1);
        Expression<Authors.Status> status =
                coalesce(AUTHORS.status, Authors.Status.NEW).as("s");
        assertThat(text.describe()).isEqualTo("lower(coalesce(author.nick, author.name))");
        assertThat(number.describe()).isEqualTo("max(book.year) - ?");
        assertThat(status.describe()).isEqualTo("s");
        assertThat(status.selection().items().get(0).alias()).isEqualTo("s");
    }

    @Test
    void aLabelNeedsALetter() {
        refused(() -> AUTHORS.name.as(" "), "alias");
    }

    @Test
    void aCastNeedsItsType() {
        refused(() -> Sql.call("f", cast(BOOKS.year)), "cast(", "asText()");
        assertThat(cast(BOOKS.year).asNumber(Types.BIGINT).describe()).isEqualTo("cast(book.year as bigint)");
    }

    @Test
    void aValueWithoutTypeIsRefused() {
        refused(() -> Sql.value(new Object()), "no type goes with java.lang.Object");
        String none = null;
        refused(() -> Sql.value((Object) none), "null");
        refused(() -> Sql.value((Object) List.of(1)), "arrayOf", "any(:name)");
    }

    @Test
    void arithmeticOnTimeGoesToTheMicrosecond() {
        refused(
                () -> AUTHORS.createdAt.plus(java.time.Duration.ofNanos(1)),
                "author.created_at",
                "microsecond",
                "truncatedTo");
        refused(() -> AUTHORS.createdAt.truncatedTo(java.time.temporal.ChronoUnit.NANOS), "SECONDS to YEARS");
        assertThat(AUTHORS.createdAt.plus(java.time.Period.of(1, 2, 3)).describe())
                .isEqualTo("add_days(add_months(author.created_at, ?), ?)");
        assertThat(AUTHORS.createdAt.year().describe()).isEqualTo("year(utc_local(author.created_at))");
    }

    @Test
    void notIsAnOperatorAndNullTestsAreNodes() {
        assertThat(AUTHORS.active.not().node()).isInstanceOf(UnaryNode.class);
        assertThat(AUTHORS.name.isNull().describe()).isEqualTo("author.name is null");
    }
}
