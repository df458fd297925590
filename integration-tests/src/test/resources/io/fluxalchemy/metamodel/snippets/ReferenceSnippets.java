package io.fluxalchemy.metamodel.snippets;

import static io.fluxalchemy.mapping.load.Load.*;
import static io.fluxalchemy.metamodel.shop.Author_.AUTHOR;
import static io.fluxalchemy.metamodel.shop.Authors.AUTHORS;
import static io.fluxalchemy.metamodel.shop.Book_.BOOK;
import static io.fluxalchemy.metamodel.shop.Books.BOOKS;
import static io.fluxalchemy.metamodel.shop.Employee_.EMPLOYEE;
import static io.fluxalchemy.metamodel.shop.Manager_.MANAGER;
import static io.fluxalchemy.metamodel.shop.OrderLine_.ORDER_LINE;
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

/** Compiled by SnippetsTest. */
class ReferenceSnippets {
    AsyncEngine engine;
    AsyncSessionFactory sessions;
    AsyncSession s;
    AsyncConnection c;
    String prefix, cursor, title;
    BigDecimal max;
    Collection<String> words;
    boolean untagged;
    List<String> keys0;
    Author a;
    Tag tag;
    Flux<Author> authors;
    List<OrderLineId> lineKeys;

    record Person(String name, int born) {}

    record AuthorStats(String name, long books) {}

    record AuthorCard(Long id, String name, Address address, BookCard best) {}

    record BookCard(String title, int year) {}

    record Shelf(String author, List<BookCard> books) {}

    List<Person> people;
    static final Map<String, Expression<?>> SORTS = Map.of();

    Mono<Author> byName(String n) {
        return sessions.read(s -> s.oneOrEmpty(select(AUTHOR).where(AUTHOR.name.eq(n))));
    }

    Mono<Author> register(String n) {
        return sessions.transaction(s -> byName(n).switchIfEmpty(s.persist(new Author(n, List.of()))));
    }

    static NumericExpression<Double> distance(Expression<?> a, Expression<?> b) {
        return template("{0} <-> {1}", a, b).asNumber(DOUBLE);
    }

    void all() {
        Object o;
        List<String> keys = null;
        o = sessions.transaction(s -> s.persist(new Author("Le Guin", List.of(new Book("The Dispossessed")))));
        o = sessions.read(s -> s.all(select(AUTHOR)
                .where(AUTHOR.name.startsWithIf(prefix))
                .options(selectin(AUTHOR.books).then(selectin(BOOK.tags)))
                .orderBy(AUTHOR.name.asc())
                .limit(20)));
        o = sessions.transaction(s -> s.get(BOOK, 7L).doOnNext(b -> b.setTitle("…")));
        o = sessions.read(s -> Mono.zip(s.get(BOOK, 7L), s.all(select(AUTHOR))));
        o = engine.stream(select(AUTHOR.name, count(BOOK.id))
                .into(AuthorStats::new)
                .from(AUTHOR)
                .leftJoin(AUTHOR.books)
                .groupBy(AUTHOR.name));
        o = select(
                        AUTHOR.id,
                        AUTHOR.name,
                        AUTHOR.address,
                        row(BOOK.title, BOOK.year).into(BookCard::new).orNull())
                .into(AuthorCard::new)
                .from(AUTHOR)
                .leftJoin(AUTHOR.books);
        o = select(
                        AUTHOR.name,
                        list(select(BOOK.title, BOOK.year)
                                .into(BookCard::new)
                                .from(BOOK)
                                .where(BOOK.author.is(AUTHOR))))
                .into(Shelf::new);
        var n = count(BOOKS.id).as("n");
        o = engine.all(select(AUTHORS.name, n).from(AUTHORS).leftJoin(BOOKS).groupBy(AUTHORS.name));
        var boss = EMPLOYEE.as("boss");
        o = select(EMPLOYEE.name, boss.name).into(Tuples::of).from(EMPLOYEE).join(EMPLOYEE.boss.to(boss));
        var books = count(BOOK.id).as("n");
        var perAuthor =
                select(BOOK.authorId, books).from(BOOK).groupBy(BOOK.authorId).as("per_author");
        o = select(AUTHOR.name, perAuthor.column(books))
                .into(AuthorStats::new)
                .from(AUTHOR)
                .join(perAuthor, AUTHOR.id.eq(perAuthor.column(BOOK.authorId)))
                .where(perAuthor.column(books).plus(1).gt(3));
        o = select(AUTHOR)
                .where(exists(select(BOOK.id).from(BOOK).where(BOOK.authorId.eq(AUTHOR.id), BOOK.year.gt(2000))));
        o = select(AUTHOR).where(AUTHOR.books.any(BOOK.title.like("%x%"), BOOK.tags.contains(tag)));
        var depth = value(0).as("depth");
        var tree = recursive(
                "tree",
                select(EMPLOYEE.id, depth).from(EMPLOYEE).where(EMPLOYEE.bossId.isNull()),
                t -> select(EMPLOYEE.id, t.column(depth).plus(1))
                        .from(EMPLOYEE)
                        .join(t, EMPLOYEE.bossId.eq(t.column(EMPLOYEE.id))));
        o = select(EMPLOYEE.name, tree.column(depth))
                .from(tree)
                .join(EMPLOYEE, EMPLOYEE.id.eq(tree.column(EMPLOYEE.id)));
        o = select(
                BOOK.title,
                rowNumber()
                        .over(partitionBy(BOOK.authorId).orderBy(BOOK.year.desc()))
                        .as("nr"),
                lag(BOOK.title).over(partitionBy(BOOK.authorId)).lower());
        o = select(
                AUTHOR.name,
                caseWhen(BOOK.year.lt(1950), "old")
                        .when(BOOK.year.lt(2000), "classic")
                        .orElse("new")
                        .as("age"));
        o = select(count(BOOK.id).filterWhere(BOOK.year.ge(2000)))
                .from(BOOK)
                .having(avg(BOOK.price).gt(10));
        o = select(BOOK)
                .where(
                        BOOK.title.containsIf(title),
                        BOOK.price.leIf(max),
                        ifPresent(words, BOOK.keywords::overlaps),
                        when(untagged, () -> BOOK.tags.isEmpty()))
                .orderBy(keys.stream().map(SORTS::get).map(Expression::asc).toList());
        o = s.page(select(AUTHOR)
                .orderBy(AUTHOR.name.asc(), AUTHOR.id.asc())
                .after(cursor)
                .limit(20));
        o = c.one(insertInto(AUTHORS).set(AUTHORS.name, "…").returning(AUTHORS.id));
        o = engine.stream(insertInto(AUTHORS)
                .rows(people)
                .set(AUTHORS.name, Person::name)
                .set(AUTHORS.born, Person::born)
                .returning(AUTHORS.id));
        o = engine.execute(insertInto(AUTHORS)
                .set(AUTHORS.email, "a@b")
                .set(AUTHORS.name, "x")
                .onConflict(AUTHORS.email)
                .doUpdate(AUTHORS.name, excluded(AUTHORS.name).upper())
                .where(AUTHORS.born.isNull()));
        o = engine.execute(update(BOOK)
                .set(BOOK.price, BOOK.price.times(new BigDecimal("1.1")))
                .from(AUTHOR)
                .where(BOOK.author.is(AUTHOR), AUTHOR.active));
        o = engine.execute(deleteFrom(BOOK).using(AUTHOR).where(BOOK.author.is(AUTHOR), AUTHOR.active.not()));
        o = row(ORDER_LINE.id.orderId, ORDER_LINE.id.no).in(lineKeys, OrderLineId::orderId, OrderLineId::no);
        o = s.get(ORDER_LINE, new OrderLineId(1L, 2));
        o = BOOK.meta
                .text("dims", "unit")
                .eq("cm")
                .and(BOOK.meta.number(INTEGER, "pages").gt(100))
                .and(BOOK.keywords.contains("sf"));
        o = AUTHOR.createdAt.gt(now().minus(Period.ofDays(7)));
        o = select(AUTHOR)
                .options(selectin(AUTHOR.books)
                        .where(BOOK.year.gt(2000))
                        .orderBy(BOOK.year.desc())
                        .limit(3)
                        .then(selectin(BOOK.tags)));
        o = select(BOOK).options(joined(BOOK.author), raise(BOOK.tags));
        o = select(EMPLOYEE)
                .where(EMPLOYEE.isA(MANAGER), EMPLOYEE.treat(MANAGER).budget.gt(1000))
                .options(selectin(EMPLOYEE.boss), EMPLOYEE.whenIs(MANAGER, selectin(MANAGER.reports)));
        o = sessions.transaction(
                TransactionOptions.serializable().timeout(Duration.ofSeconds(3)).retry(3),
                s -> s.nested(sp -> sp.persist(a))
                        .onErrorResume(e -> Mono.empty())
                        .then(s.execute(update(AUTHOR).set(AUTHOR.active, true).where(AUTHOR.id.eq(1)))));
        o = sessions.transactionMany(s -> s.insertAll(authors));
        o = sessions.readMany(s -> s.stream(select(AUTHOR).options(selectin(AUTHOR.books))));
        o = select(BOOK)
                .where(call("levenshtein", BOOK.title, "y").asNumber(INTEGER).lt(3));
        o = s.all(sql("select * from author where name = :name")
                .bind("name", n)
                .as(AUTHOR)
                .options(selectin(AUTHOR.books)));
    }
}
