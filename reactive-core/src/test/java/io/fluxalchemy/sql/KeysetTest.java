package io.fluxalchemy.sql;

import static io.fluxalchemy.sql.Authors.AUTHORS;
import static io.fluxalchemy.sql.Books.BOOKS;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.partitionBy;
import static io.fluxalchemy.sql.Sql.rowNumber;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.TupleNode;
import io.fluxalchemy.sql.tree.ValueNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class KeysetTest {

    private final Select<String> byName =
            select(AUTHORS.name).orderBy(AUTHORS.name.asc(), AUTHORS.id.asc()).limit(2);

    private static void refused(ThrowingCallable action, String... parts) {
        assertThatThrownBy(action).isInstanceOf(StatementException.class).hasMessageContainingAll(parts);
    }

    private static <R> String cursor(Select<R> select, Object... position) {
        return Keyset.of(select).cursor(new Keyset.Positioned<>(null, List.of(position)));
    }

    private static String where(Select<?> select) {
        return Description.of(((SelectTree) select.tree()).where());
    }

    @Test
    void aPageReadsOneRowMoreAndItsPlaceInTheOrder() {
        Keyset<String> keyset = Keyset.of(byName);
        SelectTree tree = (SelectTree) keyset.query().tree();
        assertThat(tree.items()).hasSize(2);
        assertThat(((ValueNode) tree.limit()).value()).isEqualTo(3L);
        assertThat(keyset.limit()).isEqualTo(2);
        assertThat(GivenRow.of("x", 7L).read(keyset.query())).isEqualTo(new Keyset.Positioned<>("x", List.of("x", 7L)));
    }

    @Test
    void aCursorGoesOnBehindItsRow() {
        SelectTree tree = (SelectTree) byName.after(cursor(byName, "a:b", 7L)).tree();
        BinaryNode behind = (BinaryNode) tree.where();
        assertThat(Description.of(behind)).isEqualTo("(author.name, author.id) > (?, ?)");
        assertThat(((TupleNode) behind.right()).elements())
                .extracting(node -> ((ValueNode) node).value())
                .containsExactly("a:b", 7L);
        assertThat(byName.after(null).tree()).isEqualTo(byName.tree());
    }

    @Test
    void mixedDirectionsAreSaidItemByItem() {
        Select<String> mixed = select(AUTHORS.name)
                .orderBy(AUTHORS.name.desc(), AUTHORS.id.asc())
                .limit(2);
        assertThat(where(mixed.after(cursor(mixed, "x", 7L))))
                .isEqualTo("author.name < ? or author.name = ? and author.id > ?");
    }

    @Test
    void whatMayBeNullIsMetAndRefusedInsteadOfSkipped() {
        Select<String> nullable = select(AUTHORS.name)
                .orderBy(AUTHORS.born.asc(), AUTHORS.id.asc())
                .limit(2);
        assertThat(where(nullable.after(cursor(nullable, 1900, 7L))))
                .isEqualTo("author.born > ? or author.born is null or author.born = ? and author.id > ?");
        refused(() -> GivenRow.of("x", null, 7L).read(Keyset.of(nullable).query()), "author.born", "NULL", "coalesce");
    }

    @Test
    void anOuterJoinMayMakeAnyColumnNull() {
        Select<Long> joined = select(BOOKS.id)
                .from(BOOKS)
                .leftJoin(AUTHORS)
                .orderBy(AUTHORS.name.asc(), BOOKS.id.asc())
                .limit(2);
        assertThat(where(joined.after(cursor(joined, "x", 7L)))).contains("author.name is null");
        Select<Long> inner = select(BOOKS.id)
                .from(BOOKS)
                .join(AUTHORS)
                .orderBy(AUTHORS.name.asc(), BOOKS.id.asc())
                .limit(2);
        assertThat(where(inner.after(cursor(inner, "x", 7L)))).doesNotContain("is null");
    }

    @Test
    void groupsArePagedByHaving() {
        Select<Long> groups = select(count(BOOKS.id))
                .from(BOOKS)
                .groupBy(BOOKS.authorId)
                .orderBy(count(BOOKS.id).desc())
                .limit(2);
        SelectTree tree = (SelectTree) groups.after(cursor(groups, 5L)).tree();
        assertThat(tree.where()).isNull();
        assertThat(Description.of(tree.having())).startsWith("count(book.id) < ?");
    }

    @Test
    void cursorsKeepTheirValuesExactly() {
        Select<Long> many = select(BOOKS.id)
                .from(BOOKS, AUTHORS)
                .orderBy(
                        BOOKS.price.asc(),
                        AUTHORS.createdAt.asc(),
                        AUTHORS.status.asc(),
                        AUTHORS.active.asc(),
                        BOOKS.title.asc())
                .limit(1);
        Object[] position = {
            new BigDecimal("9.90"), Instant.parse("2024-02-29T12:00:00.000001Z"), Authors.Status.KNOWN, true, "ü\n5:x"
        };
        List<Order> orders = List.of(
                BOOKS.price.asc(),
                AUTHORS.createdAt.asc(),
                AUTHORS.status.asc(),
                AUTHORS.active.asc(),
                BOOKS.title.asc());
        assertThat(CursorText.decode(orders, cursor(many, position))).containsExactly(position);
    }

    @Test
    void aCursorOfAnotherOrderOrHandIsRefused() {
        String good = cursor(byName, "x", 7L);
        Select<String> other = select(AUTHORS.name)
                .orderBy(AUTHORS.name.desc(), AUTHORS.id.asc())
                .limit(2);
        String text = new String(Base64.getUrlDecoder().decode(good), StandardCharsets.UTF_8);
        List<String> bad = List.of(
                "",
                "!",
                "x",
                good + "A",
                good.substring(0, good.length() - 2),
                cursor(other, "x", 7L),
                encoded(text.replace("1:7", "2:x7")),
                encoded(text.replace("1:7", "2:07")),
                encoded(text.replace("1:7", "99:7")),
                encoded(text.replace("1:7", "-1:7")),
                encoded(text + "1:1"),
                "A".repeat(20_000));
        for (String cursor : bad) {
            refused(
                    () -> byName.after(cursor).tree(),
                    "not made by a page of a query ordered by author.name asc, author.id asc");
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPageNeedsAnOrderASizeAndNoOffset() {
        refused(() -> Keyset.of(select(AUTHORS.id).limit(1)), "orderBy(…)");
        refused(() -> Keyset.of(select(AUTHORS.id).orderBy(AUTHORS.id.asc())), "limit(n)");
        refused(() -> Keyset.of(byName.limit(0)), "limit(n)");
        refused(() -> Keyset.of(byName.offset(1)), "offset(…)");
        refused(() -> Keyset.of(select(BOOKS.id).orderBy(BOOKS.keywords.asc()).limit(1)), "book.keywords", "text[]");
        refused(() -> select(AUTHORS.id).after("x").tree(), "orderBy(…)");
    }

    @Test
    void aPageOfDistinctRowsSelectsItsOrder() {
        refused(
                () -> Keyset.of(select(AUTHORS.name)
                        .distinct()
                        .orderBy(AUTHORS.id.asc())
                        .limit(1)),
                "author.id",
                "distinct");
        Keyset<String> keyset = Keyset.of(
                select(AUTHORS.name).distinct().orderBy(AUTHORS.name.asc()).limit(1));
        assertThat(keyset.query().selection().items()).hasSize(1);
    }

    @Test
    void windowsAndUnionsArePagedFromOutside() {
        var number = rowNumber().over(partitionBy(BOOKS.authorId));
        Select<Long> windowed = select(number).orderBy(number.asc()).limit(1);
        refused(() -> windowed.after(cursor(windowed, 1L)).tree(), "window", "as(\"…\")");
        Select<String> union = select(AUTHORS.name)
                .union(select(BOOKS.title))
                .orderBy(AUTHORS.name.asc())
                .limit(1);
        refused(() -> union.after(cursor(union, "x")).tree(), "union", "as(\"…\")");
    }
}
