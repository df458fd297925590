package io.fluxalchemy.compiler;

import static io.fluxalchemy.compiler.Authors.AUTHORS;
import static io.fluxalchemy.compiler.Books.BOOKS;
import static io.fluxalchemy.sql.Sql.exists;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.AnsiDialect;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Select;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CartesianProductsTest {

    private static final Select<?> PRODUCT = select(AUTHORS.name, BOOKS.title).from(AUTHORS, BOOKS);

    @Test
    void tablesThatNothingLinksAreNamed() {
        assertThat(CartesianProducts.of(PRODUCT.tree()))
                .singleElement()
                .satisfies(groups -> assertThat(groups).containsExactlyInAnyOrder(Set.of("author"), Set.of("book")));
    }

    @Test
    void aConditionOnOneOfThemIsNoLink() {
        assertThat(CartesianProducts.of(PRODUCT.where(AUTHORS.name.eq("x")).tree()))
                .hasSize(1);
    }

    @Test
    void conditionsJoinsAndCrossJoinsLink() {
        assertThat(CartesianProducts.of(
                        PRODUCT.where(BOOKS.authorId.eq(AUTHORS.id)).tree()))
                .isEmpty();
        assertThat(CartesianProducts.of(
                        select(AUTHORS.name).from(AUTHORS).leftJoin(BOOKS).tree()))
                .isEmpty();
        assertThat(CartesianProducts.of(
                        select(AUTHORS.name).from(AUTHORS).crossJoin(BOOKS).tree()))
                .isEmpty();
        Books other = BOOKS.as("other");
        assertThat(CartesianProducts.of(PRODUCT.where(exists(select(other.id)
                                .from(other)
                                .where(other.id.eq(BOOKS.id), other.authorId.eq(AUTHORS.id))))
                        .tree()))
                .isEmpty();
    }

    @Test
    void subQueriesInFromAreLookedInto() {
        assertThat(CartesianProducts.of(select(AUTHORS.name)
                        .from(AUTHORS)
                        .crossJoin(PRODUCT.as("product"))
                        .tree()))
                .hasSize(1);
    }

    @Test
    void anEngineMayRefuseThem() {
        SqlCompiler strict = new SqlCompiler(new AnsiDialect(), 10, List.of(CartesianProducts.refused()));
        assertThatThrownBy(() -> strict.prepare(PRODUCT))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("[author]")
                .hasMessageContaining("[book]")
                .hasMessageContaining("crossJoin");
        assertThatThrownBy(() -> strict.prepare(
                        select(BOOKS.as("b").id).from(BOOKS.as("b")).where(exists(PRODUCT))))
                .isInstanceOf(StatementException.class);
        assertThat(strict.prepare(select(AUTHORS.name).from(AUTHORS).leftJoin(BOOKS))
                        .text())
                .startsWith("select author.name");
    }
}
