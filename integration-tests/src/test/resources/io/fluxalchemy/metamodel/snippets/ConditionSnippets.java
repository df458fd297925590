package io.fluxalchemy.metamodel.snippets;

import static io.fluxalchemy.mapping.load.Load.*;
import static io.fluxalchemy.metamodel.shop.Author_.AUTHOR;
import static io.fluxalchemy.metamodel.shop.Authors.AUTHORS;
import static io.fluxalchemy.metamodel.shop.Book_.BOOK;
import static io.fluxalchemy.metamodel.shop.Books.BOOKS;
import static io.fluxalchemy.metamodel.shop.Employee_.EMPLOYEE;
import static io.fluxalchemy.metamodel.shop.Manager_.MANAGER;
import static io.fluxalchemy.metamodel.shop.OrderLine_.ORDER_LINE;
import static io.fluxalchemy.metamodel.shop.Tag_.TAG;
import static io.fluxalchemy.sql.Sql.*;
import static io.fluxalchemy.type.Types.*;

import io.fluxalchemy.engine.*;
import io.fluxalchemy.mapping.model.*;
import io.fluxalchemy.mapping.session.*;
import io.fluxalchemy.metamodel.shop.*;
import io.fluxalchemy.sql.*;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import reactor.core.publisher.*;
import reactor.util.function.*;

/** Compiled by SnippetsTest: conditions, values of several columns, operators of one's own. */
class ConditionSnippets {
    AsyncEngine engine;
    AsyncSessionFactory sessions;
    AsyncSession s;

    // row values, composite ids
    Condition s43(List<OrderLineId> ids) {
        return row(ORDER_LINE.id.orderId, ORDER_LINE.id.no).in(ids, OrderLineId::orderId, OrderLineId::no);
    }

    Condition s44(List<OrderLineId> ids) {
        return ORDER_LINE
                .id
                .in(ids)
                .or(row(BOOK.id, BOOK.year).in(row(value(1L), value(1999)), row(value(2L), value(2000))));
    }

    Mono<OrderLine> s45() {
        return s.get(ORDER_LINE, new OrderLineId(1L, 2));
    }
    // json, array, temporal
    Condition s46() {
        return BOOK.meta
                .text("dims", "unit")
                .eq("cm")
                .and(BOOK.meta.number(INTEGER, "pages").gt(100))
                .and(BOOK.keywords.contains("sf"))
                .and(BOOK.keywords.overlaps(List.of("a", "b")));
    }

    Condition s47() {
        return AUTHOR.createdAt
                .gt(Instant.EPOCH)
                .and(AUTHOR.createdAt.year().eq(2024))
                .and(AUTHOR.createdAt.gt(now().minus(Period.ofDays(7))));
    }

    Condition s48() {
        return AUTHOR.status
                .in(Author.Status.NEW, Author.Status.KNOWN)
                .and(AUTHOR.id.in(1L, 2L))
                .and(AUTHOR.id.in(select(BOOK.authorId).from(BOOK)))
                .and(BOOK.year.between(1990, 2000))
                .and(BOOK.id.between(1, 10));
    }

    Condition s49() {
        return BOOK.price
                .gt(scalar(select(avg(BOOK.price)).from(BOOK)))
                .and(coalesce(AUTHOR.nick, AUTHOR.name).startsWith("U"))
                .and(coalesce(sum(BOOK.price), BigDecimal.ZERO).gt(5))
                .and(max(BOOK.year).minus(min(BOOK.year)).gt(10))
                .and(max(BOOK.title).gt("M"));
    }
    // generic code over entities
    <E, K> Mono<E> s65(EntityTable<E, K> t, K id) {
        return sessions.read(s -> s.get(t, id).switchIfEmpty(Mono.error(new NoSuchElementException())));
    }

    <T> Condition s66(Column<T> c, T v) {
        return v == null ? c.isNull() : c.eq(v);
    }
    // own operator and function
    static NumericExpression<Double> distance(Expression<?> a, Expression<?> b) {
        return template("{0} <-> {1}", a, b).asNumber(DOUBLE);
    }

    Select<Book> s67() {
        return select(BOOK)
                .where(
                        template("{0} @@ to_tsquery({1})", BOOK.title, "x").asCondition(),
                        call("levenshtein", BOOK.title, "y").asNumber(INTEGER).lt(3))
                .orderBy(distance(BOOK.title, BOOK.meta).asc());
    }

    Select<String> s68() {
        return select(call("initcap", AUTHOR.name).asText().concat("!"))
                .union(select(AUTHOR.nick))
                .orderBy(AUTHOR.name.asc());
    }
}
