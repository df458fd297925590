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

/** Compiled by SnippetsTest: queries of every day. */
class EverydaySnippets {
    AsyncEngine engine;
    AsyncSessionFactory sessions;
    AsyncSession s;

    record AuthorStats(String name, long books) {}

    record Two(String name, Long books) {
        Two(String name) {
            this(name, 0L);
        }
    }

    record AuthorCard(Long id, String name, Address address, BookCard best) {}

    record BookCard(String title, int year) {}

    record Shelf(String author, List<BookCard> books) {}

    record Wide(
            Long a,
            String b,
            String c,
            Boolean d,
            Instant e,
            Author.Status f,
            String g,
            String h,
            Long i,
            String j,
            Integer k,
            BigDecimal l) {}

    Mono<Author> s01() {
        return sessions.transaction(
                s -> Mono.just(s.add(new Author("Ursula K. Le Guin", List.of(new Book("The Dispossessed"))))));
    }

    Mono<List<Author>> s02(String prefix) {
        return sessions.read(s -> s.all(select(AUTHOR)
                .where(AUTHOR.name.startsWithIf(prefix))
                .options(selectin(AUTHOR.books).then(selectin(BOOK.tags)))
                .orderBy(AUTHOR.name.asc())
                .limit(20)));
    }

    Mono<Book> s03() {
        return sessions.transaction(s -> s.get(BOOK, 7L).doOnNext(b -> b.setTitle("…")));
    }

    Mono<Long> s04() {
        return engine.transaction(
                c -> c.one(insertInto(AUTHORS).set(AUTHORS.name, "…").returning(AUTHORS.id)));
    }

    Mono<List<SqlRow>> s05() {
        var n = count(BOOKS.id).as("n");
        return engine.all(select(AUTHORS.name, n).from(AUTHORS).leftJoin(BOOKS).groupBy(AUTHORS.name));
    }

    Flux<AuthorStats> s06() {
        return engine.stream(select(AUTHOR.name, count(BOOK.id))
                .into(AuthorStats::new)
                .from(AUTHOR)
                .leftJoin(AUTHOR.books)
                .groupBy(AUTHOR.name));
    }

    Mono<List<AuthorStats>> s07(String n) {
        return engine.all(sql("select name, 0 as books from author where name = :name")
                .bind("name", n)
                .as(AuthorStats.class));
    }

    Mono<List<Author>> s08(String n) {
        return s.all(sql("select * from author where name = :name")
                .bind("name", n)
                .as(AUTHOR)
                .options(selectin(AUTHOR.books)));
    }

    Mono<Tuple2<Book, List<Author>>> s09() {
        return sessions.read(s -> Mono.zip(s.get(BOOK, 7L), s.all(select(AUTHOR))));
    }
    // self join with alias
    Select<SqlRow> s10() {
        var boss = EMPLOYEE.as("boss");
        return select(EMPLOYEE.name, boss.name.as("boss_name"))
                .from(EMPLOYEE)
                .leftJoin(boss, EMPLOYEE.bossId.eq(boss.id));
    }

    Select<Tuple2<String, String>> s11() {
        var boss = EMPLOYEE.as("boss");
        return select(EMPLOYEE.name, boss.name).into(Tuples::of).from(EMPLOYEE).join(EMPLOYEE.boss.to(boss));
    }
    // subquery in FROM with typed columns
    Select<AuthorStats> s12() {
        var n = count(BOOK.id).as("n");
        var perAuthor =
                select(BOOK.authorId, n).from(BOOK).groupBy(BOOK.authorId).as("per_author");
        return select(AUTHOR.name, perAuthor.column(n))
                .into(AuthorStats::new)
                .from(AUTHOR)
                .join(perAuthor, AUTHOR.id.eq(perAuthor.column(BOOK.authorId)))
                .where(perAuthor.column(n).plus(1).gt(3));
    }
    // correlated exists
    Select<Author> s13() {
        return select(AUTHOR)
                .where(exists(select(BOOK.id).from(BOOK).where(BOOK.authorId.eq(AUTHOR.id), BOOK.year.gt(2000))));
    }
    // recursive CTE
    Select<SqlRow> s14() {
        var depth = value(0).as("depth");
        var tree = recursive(
                "tree",
                select(EMPLOYEE.id, depth).from(EMPLOYEE).where(EMPLOYEE.bossId.isNull()),
                t -> select(EMPLOYEE.id, t.column(depth).plus(1))
                        .from(EMPLOYEE)
                        .join(t, EMPLOYEE.bossId.eq(t.column(EMPLOYEE.id))));
        return select(EMPLOYEE.name, tree.column(depth))
                .from(tree)
                .join(EMPLOYEE, EMPLOYEE.id.eq(tree.column(EMPLOYEE.id)));
    }
    // window functions
    Select<SqlRow> s15() {
        return select(
                BOOK.title,
                rowNumber()
                        .over(partitionBy(BOOK.authorId).orderBy(BOOK.year.desc()))
                        .as("nr"),
                lag(BOOK.title).over(partitionBy(BOOK.authorId)).lower());
    }

    Select<SqlRow> s16() {
        return select(
                BOOK.title,
                sum(BOOK.price).over(partitionBy(BOOK.authorId)).times(2),
                max(BOOK.title).over(partitionBy(BOOK.authorId)).upper());
    }
    // case
    Select<SqlRow> s17() {
        return select(
                AUTHOR.name,
                caseWhen(BOOK.year.lt(1950), "old")
                        .when(BOOK.year.lt(2000), "classic")
                        .orElse("new")
                        .as("age"));
    }

    Select<SqlRow> s18() {
        return select(
                BOOK.title,
                text(caseWhen(BOOK.year.lt(1950), BOOK.title).orElse("new")).upper());
    }
    // group by, having, filter
    Select<Two> s19() {
        return select(AUTHOR.name, count(BOOK.id))
                .into(Two::new)
                .from(AUTHOR)
                .join(AUTHOR.books)
                .groupBy(AUTHOR)
                .having(count(BOOK.id).gt(5), avg(BOOK.price).gt(10));
    }

    Select<Long> s20() {
        return select(count(BOOK.id).filterWhere(BOOK.year.ge(2000))).from(BOOK);
    }
    // projections
    Select<String> s21() {
        return select(AUTHOR.name);
    }

    Select<Two> s22() {
        return select(AUTHOR.name).map(Two::new);
    }

    Select<String> s23() {
        return select(AUTHOR.name, count(BOOK.id)).into((name, n) -> name + n);
    }

    Select<Wide> s24() {
        return select(
                        AUTHOR.id,
                        AUTHOR.name,
                        AUTHOR.nick,
                        AUTHOR.active,
                        AUTHOR.createdAt,
                        AUTHOR.status,
                        AUTHOR.address.city,
                        AUTHOR.address.zip,
                        BOOK.id,
                        BOOK.title,
                        BOOK.year,
                        BOOK.price)
                .into(Wide::new);
    }

    Select<AuthorCard> s25() {
        return select(
                        AUTHOR.id,
                        AUTHOR.name,
                        AUTHOR.address,
                        row(BOOK.title, BOOK.year).into(BookCard::new).orNull())
                .into(AuthorCard::new)
                .from(AUTHOR)
                .leftJoin(AUTHOR.books);
    }

    Select<Shelf> s26() {
        return select(
                        AUTHOR.name,
                        list(select(BOOK.title, BOOK.year)
                                .into(BookCard::new)
                                .from(BOOK)
                                .where(BOOK.author.is(AUTHOR))))
                .into(Shelf::new);
    }

    Select<Tuple2<Author, String>> s27() {
        return select(AUTHOR, BOOK.title).into(Tuples::of).join(AUTHOR.books);
    }

    Select<SqlRow> s28() {
        return select(AUTHOR, BOOK.title, count(BOOK.id));
    }

    Select<String> s29() {
        return select(AUTHOR.name, AUTHOR.nick).map(r -> r.get(AUTHOR.name) + r.getOrNull(AUTHOR.nick));
    }
    // dynamic filter and sort
    Select<Book> s30(String title, Integer from, BigDecimal max, Collection<String> words, boolean tagged) {
        return select(BOOK)
                .where(
                        BOOK.title.containsIf(title),
                        BOOK.year.geIf(from),
                        BOOK.price.leIf(max),
                        ifPresent(words, BOOK.keywords::overlaps),
                        when(tagged, () -> BOOK.tags.isEmpty().not()));
    }

    static final Map<String, Expression<?>> SORTS = Map.of("title", BOOK.title, "year", BOOK.year);

    Select<Book> s31(List<String> keys) {
        List<Order> o = keys.stream().map(SORTS::get).map(Expression::asc).toList();
        return select(BOOK).orderBy(o);
    }

    Select<Book> s32(boolean onlyNew) {
        return select(BOOK)
                .when(
                        onlyNew,
                        q -> q.where(BOOK.year.gt(2020))
                                .orderBy(BOOK.year.desc().nullsLast()));
    }

    Select<Book> s33(Condition... more) {
        var c = or(BOOK.year.gt(2000), and(more));
        return select(BOOK).where(c.and(BOOK.price.isNotNull())).where(not(BOOK.title.like("x%")));
    }
    // keyset page
    Mono<Page<Author>> s34(String cursor) {
        return s.page(select(AUTHOR)
                .orderBy(AUTHOR.name.asc(), AUTHOR.id.asc())
                .after(cursor)
                .limit(20));
    }
    AsyncEngine s69() {
        return AsyncEngine.builder()
                .url("r2dbc:h2:mem:///x")
                .maxSize(10)
                .listener(new EngineListener() {
                    @Override
                    public void onStatement(StatementEvent e) {
                        System.out.println(e.sql());
                    }
                })
                .build();
    }

    Select<Author> s70() {
        return select(AUTHOR)
                .forUpdate()
                .distinct()
                .join(BOOK)
                .where(AUTHOR.address.eq(new Address("a", "b")), AUTHOR.address.city.eq("Paris"));
    }

    Select<Author> s71() {
        return select(AUTHOR).from(AUTHOR, TAG);
    }

    Mono<Long> s72() {
        return s.one(select(count(AUTHOR.id)).from(AUTHOR));
    }

    Mono<Map<Long, String>> s73() {
        return s.all(select(BOOK.id, BOOK.title)).map(rows -> {
            Map<Long, String> m = new HashMap<>();
            for (var r : rows) m.put(r.get(BOOK.id), r.get(BOOK.title));
            return m;
        });
    }
}
