package io.fluxalchemy.sql;

import static io.fluxalchemy.sql.Authors.AUTHORS;
import static io.fluxalchemy.sql.Books.BOOKS;
import static io.fluxalchemy.sql.Sql.list;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.StatementException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowListTest {

    record Card(
            String title,
            @Nullable BigDecimal price,
            @Nullable List<String> keywords) {}

    private final Select<Card> cards =
            select(BOOKS.title, BOOKS.price, BOOKS.keywords).into(Card::new).where(BOOKS.authorId.eq(AUTHORS.id));

    private static void refused(ThrowingCallable action, String... parts) {
        assertThatThrownBy(action).isInstanceOf(StatementException.class).hasMessageContainingAll(parts);
    }

    private static <R> @Nullable List<R> read(Select<R> query, @Nullable Object json) {
        return list(query).selection().reader().read(GivenRow.of(json), 0);
    }

    @Test
    void aListIsOneItemAndReadsRowByRow() {
        assertThat(list(cards).selection().items()).hasSize(1);
        assertThat(read(cards, " [ [\"a\\u00e4\\n\\\"\", 12.50, [\"x\", null]] , [\"b\",null,null] ] "))
                .containsExactly(
                        new Card("aä\n\"", new BigDecimal("12.50"), Arrays.asList("x", null)),
                        new Card("b", null, null));
    }

    @Test
    void noRowIsAnEmptyList() {
        assertThat(read(cards, null)).isEmpty();
        assertThat(read(cards, "[]")).isEmpty();
    }

    @Test
    void aListOfSingleValuesMayHoldNull() {
        assertThat(read(select(BOOKS.year), "[[1],[null]]")).containsExactly(1, null);
    }

    @Test
    void aListThatTravelsAsTextIsReadToo() {
        assertThat(read(select(BOOKS.year), "\"[[1],[2]]\"")).containsExactly(1, 2);
    }

    @Test
    void clausesThatWouldNotHoldInsideAreRefused() {
        refused(() -> list(cards.forUpdate()), "list(query)", "lock");
        refused(() -> list(cards.distinct().orderBy(BOOKS.year.asc())), "distinct", "book.year");
        refused(() -> list(select(BOOKS.id).union(select(AUTHORS.id))), "list(…) after union");
        refused(() -> list(select(BOOKS.id).options(new StatementOption<>() {})), "options");
    }

    @Test
    void whatJsonCannotHoldExactlyIsRefused() {
        refused(() -> list(select(BOOKS.meta)), "book.meta", "json", "selectin");
    }

    @Test
    void rowsInAListNeedTheirClass() {
        refused(() -> read(select(BOOKS.id, BOOKS.year), "[[1,2]]"), "into(X::new)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[[1]",
                "[[1],",
                "[[1]]x",
                "[[\"a]]",
                "[[\"\\x\"]]",
                "[[\"\\u00g0\"]]",
                "[[1,2]]",
                "{}",
                "[[,]]",
                "[[{\"a\":}]]",
                "[[true]]",
                "[[1e9]]",
                "[[99999999999]]",
                "[1]"
            })
    void anythingElseIsAConversionErrorThatShowsNoValue(String json) {
        assertThatThrownBy(() -> read(select(BOOKS.year), json)).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> read(select(BOOKS.year), json + "secret"))
                .isInstanceOf(ConversionException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void deepNestingIsNotFollowed() {
        assertThatThrownBy(() -> read(select(BOOKS.year), "[".repeat(100_000))).isInstanceOf(ConversionException.class);
    }
}
