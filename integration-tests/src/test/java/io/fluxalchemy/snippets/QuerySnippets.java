package io.fluxalchemy.snippets;

import static io.fluxalchemy.snippets.Authors.AUTHORS;
import static io.fluxalchemy.snippets.Books.BOOKS;
import static io.fluxalchemy.snippets.Employees.EMPLOYEES;
import static io.fluxalchemy.snippets.OrderLines.ORDER_LINES;
import static io.fluxalchemy.sql.Sql.*;
import static io.fluxalchemy.type.Types.DOUBLE;
import static io.fluxalchemy.type.Types.INTEGER;

import io.fluxalchemy.sql.Expression;
import io.fluxalchemy.sql.Keyset;
import io.fluxalchemy.sql.NumericExpression;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.util.function.Tuples;

/** Statements that read. */
final class QuerySnippets {

    record AuthorStats(String name, long books) {}

    record BookCard(String title, int year) {}

    record AuthorCard(Long id, String name, @Nullable BookCard best) {}

    record Shelf(String author, List<BookCard> books) {}

    record OrderLineId(Long orderId, Integer no) {}

    private static final Map<String, Expression<?>> SORTS = Map.of("title", BOOKS.title, "year", BOOKS.year);

    private QuerySnippets() {}

    static NumericExpression<Double> distance(Expression<?> a, Expression<?> b) {
        return template("abs({0} - {1})", a, b).asNumber(DOUBLE);
    }

    static List<Snippet> all() {
        var n = count(BOOKS.id).as("n");
        var boss = EMPLOYEES.as("boss");
        var perAuthor =
                select(BOOKS.authorId, n).from(BOOKS).groupBy(BOOKS.authorId).as("per_author");
        var depth = value(0).as("depth");
        var tree = recursive(
                "tree",
                select(EMPLOYEES.id, depth).from(EMPLOYEES).where(EMPLOYEES.bossId.isNull()),
                t -> select(EMPLOYEES.id, t.column(depth).plus(1))
                        .from(EMPLOYEES)
                        .join(t, EMPLOYEES.bossId.eq(t.column(EMPLOYEES.id))));
        var called = coalesce(AUTHORS.nick, "nobody").as("called");
        var byName = select(AUTHORS.name)
                .orderBy(AUTHORS.name.asc(), AUTHORS.id.asc())
                .limit(20);
        String cursor = Keyset.of(byName).cursor(new Keyset.Positioned<>("a", List.of("a", 0L)));
        String title = "x";
        BigDecimal max = null;
        List<String> words = List.of("sf");
        return List.of(
                Snippet.of(
                        "rows to records",
                        select(AUTHORS.name, count(BOOKS.id))
                                .into(AuthorStats::new)
                                .from(AUTHORS)
                                .leftJoin(BOOKS)
                                .groupBy(AUTHORS.name),
                        "select author.name, count(book.id) from author left join book on book.author_id = "
                                + "author.id group by author.name"),
                Snippet.of(
                        "nested records",
                        select(
                                        AUTHORS.id,
                                        AUTHORS.name,
                                        row(BOOKS.title, BOOKS.year)
                                                .into(BookCard::new)
                                                .orNull())
                                .into(AuthorCard::new)
                                .from(AUTHORS)
                                .leftJoin(BOOKS),
                        "select author.id, author.name, book.title, book.year from author left join book on "
                                + "book.author_id = author.id"),
                Snippet.of(
                        "to-many inside a record",
                        select(
                                        AUTHORS.name,
                                        list(select(BOOKS.title, BOOKS.year)
                                                .into(BookCard::new)
                                                .where(BOOKS.authorId.eq(AUTHORS.id), BOOKS.year.isNotNull())
                                                .orderBy(BOOKS.year.desc())))
                                .into(Shelf::new),
                        "select author.name, (select json_agg(json_build_array(book.title, book.year) "
                                + "order by book.year desc) from book "
                                + "where book.author_id = author.id and book.year is not null) from author"),
                Snippet.of(
                        "untyped rows",
                        select(AUTHORS.name, n).from(AUTHORS).leftJoin(BOOKS).groupBy(AUTHORS.name),
                        "select author.name, count(book.id) as n from author left join book on book.author_id = "
                                + "author.id group by author.name"),
                Snippet.of(
                        "self join",
                        select(EMPLOYEES.name, boss.name)
                                .into(Tuples::of)
                                .from(EMPLOYEES)
                                .join(boss, EMPLOYEES.bossId.eq(boss.id)),
                        "select employee.name, boss.name from employee join employee as boss on employee.boss_id = "
                                + "boss.id"),
                Snippet.of(
                        "sub-query in FROM",
                        select(AUTHORS.name, perAuthor.column(n))
                                .into(AuthorStats::new)
                                .from(AUTHORS)
                                .join(perAuthor, AUTHORS.id.eq(perAuthor.column(BOOKS.authorId)))
                                .where(perAuthor.column(n).plus(1).gt(3)),
                        "select author.name, per_author.n from author join (select book.author_id, count(book.id) "
                                + "as n from book group by book.author_id) as per_author on author.id = per_author.author_id "
                                + "where per_author.n + $1 > $2"),
                Snippet.of(
                        "correlated exists",
                        select(AUTHORS.id)
                                .where(exists(select(BOOKS.id)
                                        .from(BOOKS)
                                        .where(BOOKS.authorId.eq(AUTHORS.id), BOOKS.year.gt(2000)))),
                        "select author.id from author where exists (select book.id from book where book.author_id "
                                + "= author.id and book.year > $1)"),
                Snippet.of(
                        "recursive",
                        select(EMPLOYEES.name, tree.column(depth))
                                .from(tree)
                                .join(EMPLOYEES, EMPLOYEES.id.eq(tree.column(EMPLOYEES.id))),
                        "with recursive tree (id, depth) as (select employee.id, $1 as depth from employee where "
                                + "employee.boss_id is null union all select employee.id, tree.depth + $2 from employee join "
                                + "tree on employee.boss_id = tree.id) select employee.name, tree.depth from tree join "
                                + "employee on employee.id = tree.id"),
                Snippet.of(
                        "windows",
                        select(
                                BOOKS.title,
                                rowNumber()
                                        .over(partitionBy(BOOKS.authorId).orderBy(BOOKS.year.desc()))
                                        .as("nr"),
                                lag(BOOKS.title)
                                        .over(partitionBy(BOOKS.authorId).orderBy(BOOKS.year.asc()))
                                        .lower(),
                                sum(BOOKS.price)
                                        .over(partitionBy(BOOKS.authorId))
                                        .times(2)),
                        "select book.title, row_number() over (partition by book.author_id order by book.year "
                                + "desc) as nr, lower(lag(book.title) over (partition by book.author_id order by "
                                + "book.year)), sum(book.price) over (partition by book.author_id) * $1 from book"),
                Snippet.of(
                        "case",
                        select(
                                BOOKS.id,
                                caseWhen(BOOKS.year.lt(1950), "old")
                                        .when(BOOKS.year.lt(2000), "classic")
                                        .orElse("new")
                                        .as("age")),
                        "select book.id, case when book.year < $1 then $2::text when book.year < $3 then $4::text "
                                + "else $5::text end as age from book"),
                Snippet.of(
                        "filter and having",
                        select(count(BOOKS.id).filterWhere(BOOKS.year.ge(2000)))
                                .from(BOOKS)
                                .having(avg(BOOKS.price).gt(10)),
                        "select count(id) filter (where year >= $1) from book having avg(price) > $2"),
                Snippet.of(
                        "dynamic filter and sort",
                        select(BOOKS.id)
                                .where(
                                        BOOKS.title.containsIf(title),
                                        BOOKS.price.leIf(max),
                                        ifPresent(words, BOOKS.keywords::overlaps),
                                        when(false, () -> BOOKS.year.isNull()))
                                .orderBy(List.of("title", "year").stream()
                                        .map(SORTS::get)
                                        .map(Expression::asc)
                                        .toList()),
                        "select id from book where title like $1 escape '\\' and keywords && $2 order by title, "
                                + "year"),
                Snippet.of(
                        "row values",
                        select(ORDER_LINES.no)
                                .where(row(ORDER_LINES.orderId, ORDER_LINES.no)
                                        .in(
                                                List.of(new OrderLineId(1L, 2), new OrderLineId(3L, 4)),
                                                OrderLineId::orderId,
                                                OrderLineId::no)),
                        "select no from order_line where (order_id, no) in (($1, $2), ($3, $4))"),
                Snippet.of(
                        "rows of values",
                        select(BOOKS.id)
                                .where(row(BOOKS.id, BOOKS.year)
                                        .in(row(value(1L), value(1999)), row(value(2L), value(2000)))),
                        "select id from book where (id, year) in (($1, $2), ($3, $4))"),
                Snippet.of(
                        "json and arrays",
                        select(BOOKS.id)
                                .where(BOOKS.meta
                                        .text("dims", "unit")
                                        .eq("cm")
                                        .and(BOOKS.meta.number(INTEGER, "pages").gt(100))
                                        .and(BOOKS.keywords.contains("sf"))),
                        "select id from book where meta #>> array['dims', 'unit'] = $1 and cast(meta ->> 'pages' "
                                + "as integer) > $2 and keywords @> $3"),
                Snippet.of(
                        "time",
                        select(AUTHORS.id)
                                .where(
                                        AUTHORS.createdAt.gt(now().minus(Period.ofDays(7))),
                                        AUTHORS.createdAt.year().eq(2024)),
                        "select id from author where created_at > now() + make_interval(days => cast($1 as "
                                + "integer)) and cast(extract(year from timezone('UTC', created_at)) as integer) = $2"),
                Snippet.of(
                        "lists and sub-queries",
                        select(AUTHORS.id)
                                .where(
                                        AUTHORS.status.in(Authors.Status.NEW, Authors.Status.KNOWN),
                                        AUTHORS.id.in(1L, 2L),
                                        AUTHORS.id.in(select(BOOKS.authorId).from(BOOKS)),
                                        AUTHORS.born.between(1900, 2000)),
                        "select author.id from author where author.status = any($1) and author.id = any($2) and "
                                + "author.id in (select book.author_id from book) and author.born between $3 and $4"),
                Snippet.of(
                        "scalar sub-query",
                        select(BOOKS.id).where(BOOKS.price.gt(scalar(select(avg(BOOKS.price))))),
                        "select book.id from book where book.price > (select avg(book.price) from book)"),
                Snippet.of(
                        "functions",
                        select(
                                coalesce(AUTHORS.nick, AUTHORS.name).as("called"),
                                concat(AUTHORS.name, value(" "), AUTHORS.born),
                                call("replace", AUTHORS.name, "a", "b").asText().concat("!"),
                                distance(AUTHORS.born, value(1900)),
                                text(caseWhen(AUTHORS.active, AUTHORS.name).orNull())
                                        .upper()),
                        "select coalesce(author.nick, author.name) as called, author.name || $1 || "
                                + "cast(author.born as text), replace(author.name, $2, $3) || $4, abs(author.born - $5), upper(case "
                                + "when author.active then author.name end) from author"),
                Snippet.of(
                        "grouped by a computed value",
                        select(called, count(AUTHORS.id)).groupBy(called).orderBy(called.asc()),
                        "select coalesce(author.nick, $1) as called, count(author.id) from author "
                                + "group by coalesce(author.nick, $1) order by coalesce(author.nick, $1)"),
                Snippet.of(
                        "union",
                        select(AUTHORS.name)
                                .union(select(BOOKS.title))
                                .orderBy(AUTHORS.name.desc())
                                .limit(3),
                        "select author.name from author union select book.title from book order by 1 desc limit $1"),
                Snippet.of(
                        "keyset",
                        byName.after(cursor),
                        "select name from author where (name, id) > ($1, $2) order by name, id limit $3"),
                Snippet.of(
                        "lock",
                        select(AUTHORS.id).where(AUTHORS.id.eq(1)).forUpdateSkipLocked(),
                        "select id from author where id = $1 for update skip locked"),
                Snippet.of(
                        "text",
                        sql("select name, id as books from author where name = :name")
                                .bind("name", "x")
                                .as(AuthorStats.class),
                        "select name, id as books from author where name = $1"));
    }
}
