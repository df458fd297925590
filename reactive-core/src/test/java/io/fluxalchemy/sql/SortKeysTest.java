package io.fluxalchemy.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortKeysTest {

    private static final SortKeys KEYS = SortKeys.of("title", Books.BOOKS.title).and("year", Books.BOOKS.year);

    @Test
    void namesChooseAmongTheExpressionsGiven() {
        assertThat(KEYS.parse(" -year , title")).containsExactly(Books.BOOKS.year.desc(), Books.BOOKS.title.asc());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void nothingAskedForIsNoOrder(String text) {
        assertThat(KEYS.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret_column",
                "title;drop table canary",
                "title desc",
                "--title",
                "title,title",
                "title,-title",
                "title,",
                ",",
                "-",
                "Title",
                "1",
                "(select 1)"
            })
    void whatIsNotOfferedIsRefusedWithoutShowingIt(String text) {
        assertThatThrownBy(() -> KEYS.parse(text))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("[title, year]")
                .hasMessageNotContainingAny("drop", "secret", "desc,", "(select");
    }

    @Test
    void aTextOfAnyLengthIsRefusedAtOnce() {
        assertThatThrownBy(() -> KEYS.parse("title,".repeat(1_000_000))).isInstanceOf(StatementException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a,b", " a"})
    void aNameThatCouldNotBeAskedForIsRefused(String name) {
        assertThatThrownBy(() -> KEYS.and(name, Books.BOOKS.title)).isInstanceOf(StatementException.class);
        assertThatThrownBy(() -> KEYS.and("year", Books.BOOKS.title)).isInstanceOf(StatementException.class);
    }
}
