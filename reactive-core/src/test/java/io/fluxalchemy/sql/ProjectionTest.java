package io.fluxalchemy.sql;

import static io.fluxalchemy.sql.Authors.AUTHORS;
import static io.fluxalchemy.sql.Books.BOOKS;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.row;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.InNode;
import io.fluxalchemy.sql.tree.TupleNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    record Stats(String name, long books) {}

    record BookCard(String title, int year) {}

    record AuthorCard(Long id, String name, @Nullable BookCard best, Long books) {}

    @Test
    void intoMakesOneValueOfARow() {
        Select<Stats> stats = select(AUTHORS.name, count(BOOKS.id)).into(Stats::new);
        assertThat(GivenRow.of("x", 3L).read(stats)).isEqualTo(new Stats("x", 3));
    }

    @Test
    void projectionsNest() {
        Select<AuthorCard> cards = select(
                        AUTHORS.id,
                        AUTHORS.name,
                        row(BOOKS.title, BOOKS.year).into(BookCard::new).orNull(),
                        count(BOOKS.id))
                .into(AuthorCard::new);
        assertThat(cards.selection().items()).hasSize(5);
        assertThat(GivenRow.of(1L, "x", "t", 2000, 3L).read(cards))
                .isEqualTo(new AuthorCard(1L, "x", new BookCard("t", 2000), 3L));
        assertThat(GivenRow.of(1L, "x", null, null, 0L).read(cards)).isEqualTo(new AuthorCard(1L, "x", null, 0L));
    }

    @Test
    void nullIntoAPrimitiveNamesTheColumn() {
        Select<BookCard> cards = select(BOOKS.title, BOOKS.year).into(BookCard::new);
        assertThatThrownBy(() -> GivenRow.of("t", null).read(cards))
                .isInstanceOf(ConversionException.class)
                .hasMessageContainingAll("NULL", "book.year", "coalesce", "orNull()")
                .hasCauseInstanceOf(NullPointerException.class);
        Select<String> broken = select(BOOKS.title, BOOKS.year).into((title, year) -> {
            throw new NullPointerException("of the function's own");
        });
        assertThatThrownBy(() -> GivenRow.of("t", 1).read(broken))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("of the function's own");
    }

    @Test
    void rowsCompareWithRowsOfValues() {
        InNode in = (InNode) row(BOOKS.id, BOOKS.year)
                .in(
                        List.of(new Stats("a", 1), new Stats("b", 2)),
                        Stats::books,
                        s -> s.name().length())
                .node();
        assertThat(((TupleNode) in.haystack()).elements()).hasSize(2);
        InNode none = (InNode) row(BOOKS.id, BOOKS.year)
                .in(List.<Stats>of(), Stats::books, s -> 1)
                .node();
        assertThat(((TupleNode) none.haystack()).elements()).isEmpty();
    }

    @Test
    void aRowWithAPartOfSeveralValuesIsNotCompared() {
        assertThatThrownBy(() -> row(AUTHORS.id, row(AUTHORS.id, AUTHORS.name)).in(select(AUTHORS.id, AUTHORS.name)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("more than one value");
        assertThatThrownBy(() -> row(AUTHORS.id, AUTHORS.name).in(select(AUTHORS.id)))
                .isInstanceOf(StatementException.class)
                .hasMessageContainingAll("2 items", "selects 1");
    }
}
