package io.fluxalchemy.dialects;

import static io.fluxalchemy.dialects.Authors.AUTHORS;
import static io.fluxalchemy.dialects.Books.BOOKS;
import static io.fluxalchemy.sql.Sql.arrayAgg;
import static io.fluxalchemy.sql.Sql.call;
import static io.fluxalchemy.sql.Sql.caseWhen;
import static io.fluxalchemy.sql.Sql.cast;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.countDistinct;
import static io.fluxalchemy.sql.Sql.exists;
import static io.fluxalchemy.sql.Sql.lag;
import static io.fluxalchemy.sql.Sql.max;
import static io.fluxalchemy.sql.Sql.now;
import static io.fluxalchemy.sql.Sql.partitionBy;
import static io.fluxalchemy.sql.Sql.recursive;
import static io.fluxalchemy.sql.Sql.row;
import static io.fluxalchemy.sql.Sql.rowNumber;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.sum;
import static io.fluxalchemy.sql.Sql.template;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.sql.Sql.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queries, each in every dialect. */
class QueryGoldenTest {

    @Test
    void pagesAreCounted() {
        assertThat(Golden.sql(select(AUTHORS.id, AUTHORS.name)
                        .from(AUTHORS)
                        .orderBy(AUTHORS.name.asc())
                        .limit(10)
                        .offset(20)))
                .isEqualTo("""
                        postgresql: select id, name from author order by name limit $1 offset $2
                        h2: select id, name from author order by name limit $1 offset $2
                        mariadb: select id, name from author order by name limit ? offset ?
                        mysql: select id, name from author order by name limit ? offset ?
                        sqlserver: select id, name from author order by name offset @P1 rows fetch next @P2 rows only
                        oracle: select id, name from author order by name offset ? rows fetch next ? rows only
                        """);
    }

    @Test
    void anOffsetStandsAlone() {
        assertThat(Golden.sql(select(AUTHORS.id).from(AUTHORS).offset(20))).isEqualTo("""
                        postgresql: select id from author offset $1
                        h2: select id from author offset $1
                        mariadb: select id from author limit 18446744073709551615 offset ?
                        mysql: select id from author limit 18446744073709551615 offset ?
                        sqlserver: select id from author order by (select null) offset @P1 rows
                        oracle: select id from author offset ? rows
                        """);
    }

    @Test
    void reservedWordsAreQuoted() {
        assertThat(Golden.sql(select(BOOKS.as("user").year)
                        .from(BOOKS.as("user"))
                        .where(BOOKS.as("user").id.eq(AUTHORS.as("order").id))
                        .join(AUTHORS.as("order"), AUTHORS.as("order").id.eq(BOOKS.as("user").authorId))))
                .isEqualTo("""
                        postgresql: select "user".year from book as "user" join author as "order" on "order".id = "user".author_id where "user".id = "order".id
                        h2: select "user"."year" from book as "user" join author as "order" on "order".id = "user".author_id where "user".id = "order".id
                        mariadb: select user.year from book as user join author as `order` on `order`.id = user.author_id where user.id = `order`.id
                        mysql: select user.year from book as user join author as `order` on `order`.id = user.author_id where user.id = `order`.id
                        sqlserver: select [user].year from book as [user] join author as [order] on [order].id = [user].author_id where [user].id = [order].id
                        oracle: select "user".year from book "user" join author "order" on "order".id = "user".author_id where "user".id = "order".id
                        """);
    }

    @Test
    void listsOfValues() {
        assertThat(Golden.sql(select(AUTHORS.id)
                        .from(AUTHORS)
                        .where(AUTHORS.id.in(1L, 2L, 3L), AUTHORS.name.notIn(List.of("x", "y")))))
                .isEqualTo("""
                        postgresql: select id from author where id = any($1) and name <> all($2)
                        h2: select id from author where id in ($1, $2, $3, $4) and name not in ($5, $6)
                        mariadb: select id from author where id in (?, ?, ?, ?) and name not in (?, ?)
                        mysql: select id from author where id in (?, ?, ?, ?) and name not in (?, ?)
                        sqlserver: select id from author where id in (@P1, @P2, @P3, @P4) and name not in (@P5, @P6)
                        oracle: select id from author where id in (?, ?, ?, ?) and name not in (?, ?)
                        """);
    }

    @Test
    void emptyLists() {
        assertThat(Golden.sql(select(AUTHORS.id).from(AUTHORS).where(AUTHORS.id.in(List.of()))))
                .isEqualTo("""
                        postgresql: select id from author where id = any($1)
                        h2: select id from author where 1 = 0
                        mariadb: select id from author where 1 = 0
                        mysql: select id from author where 1 = 0
                        sqlserver: select id from author where 1 = 0
                        oracle: select id from author where 1 = 0
                        """);
    }

    @Test
    void listsOfEnumerations() {
        assertThat(Golden.sql(select(BOOKS.id).from(BOOKS).where(BOOKS.mood.in(Books.Mood.GRIM, Books.Mood.MERRY))))
                .isEqualTo("""
                        postgresql: select id from book where mood = any($1::text[]::mood[])
                        h2: select id from book where mood in ($1, $2)
                        mariadb: select id from book where mood in (?, ?)
                        mysql: select id from book where mood in (?, ?)
                        sqlserver: select id from book where mood in (@P1, @P2)
                        oracle: select id from book where mood in (?, ?)
                        """);
    }

    @Test
    void patternsSayTheirEscape() {
        assertThat(Golden.sql(select(AUTHORS.id)
                        .from(AUTHORS)
                        .where(AUTHORS.name.startsWith("a"), AUTHORS.name.ilike("%b%"))))
                .isEqualTo("""
                        postgresql: select id from author where name like $1 escape '\\' and name ilike $2 escape '\\'
                        h2: select id from author where name like $1 escape '\\' and name ilike $2 escape '\\'
                        mariadb: select id from author where name like ? escape '\\\\' and lower(name) like lower(?) escape '\\\\'
                        mysql: select id from author where name like ? escape '\\\\' and lower(name) like lower(?) escape '\\\\'
                        sqlserver: select id from author where name like replace(@P1, N'[', N'[[]') escape N'\\' and lower(name) like replace(lower(@P2), N'[', N'[[]') escape N'\\'
                        oracle: select id from author where name like ? escape '\\' and lower(name) like lower(?) escape '\\'
                        """);
    }

    @Test
    void comparisonsThatKnowNull() {
        assertThat(Golden.sql(
                        select(AUTHORS.id).from(AUTHORS).where(AUTHORS.born.isDistinctFrom(3), AUTHORS.name.isNull())))
                .isEqualTo("""
                        postgresql: select id from author where born is distinct from $1 and name is null
                        h2: select id from author where born is distinct from $1 and name is null
                        mariadb: select id from author where not (born <=> ?) and name is null
                        mysql: select id from author where not (born <=> ?) and name is null
                        sqlserver: select id from author where born is distinct from @P1 and name is null
                        oracle: select id from author where decode(born, ?, 1, 0) = 0 and name is null
                        """);
    }

    @Test
    void functionsOfText() {
        assertThat(Golden.sql(select(AUTHORS.name.concat("!").upper().length()).from(AUTHORS)))
                .isEqualTo("""
                        postgresql: select length(upper(name || $1)) from author
                        h2: select cast(char_length(upper(name || $1)) as integer) from author
                        mariadb: select char_length(upper(concat(name, ?))) from author
                        mysql: select char_length(upper(concat(name, ?))) from author
                        sqlserver: select cast(len(cast(upper(cast(name as nvarchar(max)) + @P1) as nvarchar(max)) + N'.') - 1 as int) from author
                        oracle: select length(upper(name || ?)) from author
                        """);
    }

    @Test
    void cases() {
        assertThat(Golden.sql(select(caseWhen(BOOKS.year.lt(1950), "old")
                                .when(BOOKS.year.lt(2000), "classic")
                                .orElse("new")
                                .as("age"))
                        .from(BOOKS)))
                .isEqualTo("""
                        postgresql: select case when book.year < $1 then $2::text when book.year < $3 then $4::text else $5::text end as age from book
                        h2: select case when book."year" < $1 then cast($2 as varchar) when book."year" < $3 then cast($4 as varchar) else cast($5 as varchar) end as age from book
                        mariadb: select case when book.year < ? then ? when book.year < ? then ? else ? end as age from book
                        mysql: select case when book.year < ? then ? when book.year < ? then ? else ? end as age from book
                        sqlserver: select case when book.year < @P1 then @P2 when book.year < @P3 then @P4 else @P5 end as age from book
                        oracle: select case when book.year < ? then ? when book.year < ? then ? else ? end as age from book
                        """);
    }

    @Test
    void casts() {
        assertThat(Golden.sql(select(
                                cast(BOOKS.title).asNumber(Types.INTEGER),
                                cast(BOOKS.year).asText(),
                                cast(BOOKS.price).asNumber(Types.numeric(12, 3)))
                        .from(BOOKS)))
                .isEqualTo("""
                        postgresql: select cast(title as integer), cast(year as text), cast(price as numeric(12, 3)) from book
                        h2: select cast(title as integer), cast("year" as varchar), cast(price as numeric(12, 3)) from book
                        mariadb: select cast(title as signed), cast(year as char), cast(price as decimal(12, 3)) from book
                        mysql: select cast(title as signed), cast(year as char), cast(price as decimal(12, 3)) from book
                        sqlserver: select cast(title as int), cast(year as nvarchar(max)), cast(price as decimal(12, 3)) from book
                        oracle: select cast(title as number(10)), cast(year as varchar2(4000)), cast(price as number(12, 3)) from book
                        """);
    }

    @Test
    void windows() {
        assertThat(Golden.sql(select(
                                BOOKS.title,
                                rowNumber()
                                        .over(partitionBy(BOOKS.authorId).orderBy(BOOKS.price.desc()))
                                        .as("nr"),
                                lag(BOOKS.title)
                                        .over(partitionBy(BOOKS.authorId).orderBy(BOOKS.id.asc())),
                                sum(BOOKS.price)
                                        .over(window().orderBy(BOOKS.id.asc()).rowsBetween(2, 0)))
                        .from(BOOKS)))
                .isEqualTo("""
                        postgresql: select book.title, row_number() over (partition by book.author_id order by book.price desc) as nr, lag(book.title) over (partition by book.author_id order by book.id), sum(book.price) over (order by book.id rows between 2 preceding and current row) from book
                        h2: select book.title, row_number() over (partition by book.author_id order by book.price desc) as nr, lag(book.title) over (partition by book.author_id order by book.id), sum(book.price) over (order by book.id rows between 2 preceding and current row) from book
                        mariadb: select book.title, row_number() over (partition by book.author_id order by book.price desc) as nr, lag(book.title) over (partition by book.author_id order by book.id), sum(book.price) over (order by book.id rows between 2 preceding and current row) from book
                        mysql: select book.title, row_number() over (partition by book.author_id order by book.price desc) as nr, lag(book.title) over (partition by book.author_id order by book.id), sum(book.price) over (order by book.id rows between 2 preceding and current row) from book
                        sqlserver: select book.title, row_number() over (partition by book.author_id order by book.price desc) as nr, lag(book.title) over (partition by book.author_id order by book.id), sum(book.price) over (order by book.id rows between 2 preceding and current row) from book
                        oracle: select book.title, row_number() over (partition by book.author_id order by book.price desc) as nr, lag(book.title) over (partition by book.author_id order by book.id), sum(book.price) over (order by book.id rows between 2 preceding and current row) from book
                        """);
    }

    @Test
    void aggregates() {
        assertThat(Golden.sql(select(
                                count(),
                                count(BOOKS.id).filterWhere(BOOKS.price.gt(new BigDecimal(10))),
                                countDistinct(BOOKS.authorId),
                                max(BOOKS.price))
                        .from(BOOKS)
                        .groupBy(BOOKS.authorId)
                        .having(count().gt(3))))
                .isEqualTo("""
                        postgresql: select count(*), count(id) filter (where price > $1), count(distinct author_id), max(price) from book group by author_id having count(*) > $2
                        h2: select count(*), count(id) filter (where price > $1), count(distinct author_id), max(price) from book group by author_id having count(*) > $2
                        mariadb: select count(*), count(case when price > ? then id end), count(distinct author_id), max(price) from book group by author_id having count(*) > ?
                        mysql: select count(*), count(case when price > ? then id end), count(distinct author_id), max(price) from book group by author_id having count(*) > ?
                        sqlserver: select count_big(*), count_big(case when price > cast(@P1 as decimal(38, 10)) then id end), count_big(distinct author_id), max(price) from book group by author_id having count_big(*) > @P2
                        oracle: select count(*), count(case when price > ? then id end), count(distinct author_id), max(price) from book group by author_id having count(*) > ?
                        """);
    }

    @Test
    void anAggregateThatOneDatabaseLacks() {
        assertThat(Golden.sql(select(arrayAgg(BOOKS.title, BOOKS.id.asc())).from(BOOKS)))
                .isEqualTo("""
                        postgresql: select array_agg(title order by id) from book
                        h2: select array_agg(title order by id) from book
                        mariadb: refused, mariadb does not have the aggregate array_agg
                        mysql: refused, mysql does not have the aggregate array_agg
                        sqlserver: refused, sqlserver does not have the function array_agg
                        oracle: refused, oracle does not have the aggregate array_agg
                        """);
    }

    @Test
    void thePlaceOfNulls() {
        assertThat(Golden.sql(select(AUTHORS.id)
                        .from(AUTHORS)
                        .orderBy(AUTHORS.born.desc().nullsLast(), AUTHORS.id.asc())))
                .isEqualTo("""
                        postgresql: select id from author order by born desc nulls last, id
                        h2: select id from author order by born desc nulls last, id
                        mariadb: select id from author order by case when born is null then 1 else 0 end, born desc, id
                        mysql: select id from author order by case when born is null then 1 else 0 end, born desc, id
                        sqlserver: select id from author order by case when born is null then 1 else 0 end, born desc, id
                        oracle: select id from author order by born desc nulls last, id
                        """);
    }

    @Test
    void pathsIntoJson() {
        assertThat(Golden.sql(
                        select(BOOKS.meta.text("dims", "it's"), BOOKS.meta.path("a"), BOOKS.meta.text("list", "0"))
                                .from(BOOKS)
                                .where(BOOKS.meta.number(Types.INTEGER, "pages").gt(100))))
                .isEqualTo("""
                        postgresql: select meta #>> array['dims', 'it''s'], meta -> 'a', meta #>> array['list', '0'] from book where cast(meta ->> 'pages' as integer) > $1
                        h2: select case when cast((meta)."dims"."it's" as varchar) like '"%' then stringdecode(substring(cast((meta)."dims"."it's" as varchar), 2, char_length(cast((meta)."dims"."it's" as varchar)) - 2)) else nullif(cast((meta)."dims"."it's" as varchar), 'null') end, (meta)."a", case when cast((meta)."list"[1] as varchar) like '"%' then stringdecode(substring(cast((meta)."list"[1] as varchar), 2, char_length(cast((meta)."list"[1] as varchar)) - 2)) else nullif(cast((meta)."list"[1] as varchar), 'null') end from book where cast(case when cast((meta)."pages" as varchar) like '"%' then stringdecode(substring(cast((meta)."pages" as varchar), 2, char_length(cast((meta)."pages" as varchar)) - 2)) else nullif(cast((meta)."pages" as varchar), 'null') end as integer) > $1
                        mariadb: select coalesce(json_value(meta, '$."dims"."it''s"'), json_query(meta, '$."dims"."it''s"')), json_extract(meta, '$."a"'), coalesce(json_value(meta, '$."list"[0]'), json_query(meta, '$."list"[0]')) from book where cast(coalesce(json_value(meta, '$."pages"'), json_query(meta, '$."pages"')) as signed) > ?
                        mysql: select case when json_type(json_extract(meta, '$."dims"."it''s"')) <> 'NULL' then json_unquote(json_extract(meta, '$."dims"."it''s"')) end, json_extract(meta, '$."a"'), case when json_type(json_extract(meta, '$."list"[0]')) <> 'NULL' then json_unquote(json_extract(meta, '$."list"[0]')) end from book where cast(case when json_type(json_extract(meta, '$."pages"')) <> 'NULL' then json_unquote(json_extract(meta, '$."pages"')) end as signed) > ?
                        sqlserver: select (select value from openjson(meta, N'$."dims"') where [key] = N'it''s'), (select case type when 0 then N'null' when 1 then N'"' + string_escape(value, N'json') + N'"' else value end from openjson(meta, N'$') where [key] = N'a'), (select value from openjson(meta, N'$."list"') where [key] = N'0') from book where cast((select value from openjson(meta, N'$') where [key] = N'pages') as int) > @P1
                        oracle: select json_value(meta, '$."dims"."it''s"' error on error null on empty), json_query(meta, '$."a"' returning json error on error null on empty), json_value(meta, '$."list"[0]' error on error null on empty) from book where cast(json_value(meta, '$."pages"' error on error null on empty) as number(10)) > ?
                        """);
    }

    @Test
    void keysOfJson() {
        assertThat(Golden.sql(select(BOOKS.id).from(BOOKS).where(BOOKS.meta.hasKey("k"))))
                .isEqualTo("""
                        postgresql: select id from book where meta ? $1
                        h2: refused, h2 does not have a test for a key of a JSON object
                        mariadb: select id from book where json_contains_path(meta, 'one', concat('$.', json_quote(?)))
                        mysql: select id from book where json_contains_path(meta, 'one', concat('$.', json_quote(?)))
                        sqlserver: select id from book where exists (select 1 from openjson(meta) where [key] = @P1)
                        oracle: refused, oracle does not have a test for a key of a JSON object
                        """);
    }

    @Test
    void elementsOfArrays() {
        assertThat(Golden.sql(select(BOOKS.id).from(BOOKS).where(BOOKS.keywords.contains("sf"))))
                .isEqualTo("""
                        postgresql: select id from book where keywords @> $1
                        h2: refused, h2 does not have a test for elements of an array
                        mariadb: refused, mariadb does not have a test for elements of an array
                        mysql: refused, mysql does not have a test for elements of an array
                        sqlserver: refused, sqlserver does not have a test for elements of an array
                        oracle: refused, oracle does not have a test for elements of an array
                        """);
    }

    @Test
    void commonElementsOfArrays() {
        assertThat(Golden.sql(select(BOOKS.id).from(BOOKS).where(BOOKS.keywords.overlaps(List.of("sf")))))
                .isEqualTo("""
                        postgresql: select id from book where keywords && $1
                        h2: refused, h2 does not have a test for common elements of arrays
                        mariadb: refused, mariadb does not have a test for common elements of arrays
                        mysql: refused, mysql does not have a test for common elements of arrays
                        sqlserver: refused, sqlserver does not have a test for common elements of arrays
                        oracle: refused, oracle does not have a test for common elements of arrays
                        """);
    }

    @Test
    void rowValues() {
        assertThat(Golden.sql(select(BOOKS.id)
                        .from(BOOKS)
                        .where(row(BOOKS.authorId, BOOKS.id).gt(row(value(1L), value(2L))))))
                .isEqualTo("""
                        postgresql: select id from book where (author_id, id) > ($1, $2)
                        h2: select id from book where (author_id, id) > ($1, $2)
                        mariadb: select id from book where (author_id, id) > (?, ?)
                        mysql: select id from book where (author_id, id) > (?, ?)
                        sqlserver: refused, sqlserver does not have row values
                        oracle: refused, oracle does not have row values
                        """);
    }

    @Test
    void aSubQueryInFrom() {
        var n = count(BOOKS.id).as("n");
        var t = select(BOOKS.authorId, n).from(BOOKS).groupBy(BOOKS.authorId).as("t");
        assertThat(Golden.sql(select(AUTHORS.name, t.column(n))
                        .from(AUTHORS)
                        .join(t, AUTHORS.id.eq(t.column(BOOKS.authorId)))
                        .where(t.column(n).gt(3))))
                .isEqualTo("""
                        postgresql: select author.name, t.n from author join (select book.author_id, count(book.id) as n from book group by book.author_id) as t on author.id = t.author_id where t.n > $1
                        h2: select author.name, t.n from author join (select book.author_id, count(book.id) as n from book group by book.author_id) as t on author.id = t.author_id where t.n > $1
                        mariadb: select author.name, t.n from author join (select book.author_id, count(book.id) as n from book group by book.author_id) as t on author.id = t.author_id where t.n > ?
                        mysql: select author.name, t.n from author join (select book.author_id, count(book.id) as n from book group by book.author_id) as t on author.id = t.author_id where t.n > ?
                        sqlserver: select author.name, t.n from author join (select book.author_id, count_big(book.id) as n from book group by book.author_id) as t on author.id = t.author_id where t.n > @P1
                        oracle: select author.name, t.n from author join (select book.author_id, count(book.id) as n from book group by book.author_id) t on author.id = t.author_id where t.n > ?
                        """);
    }

    @Test
    void aRecursiveTableExpression() {
        var depth = value(0).as("depth");
        var tree = recursive(
                "tree",
                select(AUTHORS.id, depth).from(AUTHORS).where(AUTHORS.born.isNull()),
                t -> select(AUTHORS.id, t.column(depth).plus(1))
                        .from(AUTHORS)
                        .join(t, AUTHORS.born.eq(t.column(depth))));
        assertThat(Golden.sql(select(tree.column(depth)).from(tree))).isEqualTo("""
                        postgresql: with recursive tree (id, depth) as (select author.id, $1 as depth from author where author.born is null union all select author.id, tree.depth + $2 from author join tree on author.born = tree.depth) select tree.depth from tree
                        h2: with recursive tree (id, depth) as (select author.id, cast($1 as integer) as depth from author where author.born is null union all select author.id, tree.depth + $2 from author join tree on author.born = tree.depth) select tree.depth from tree
                        mariadb: with recursive tree (id, depth) as (select author.id, ? as depth from author where author.born is null union all select author.id, tree.depth + ? from author join tree on author.born = tree.depth) select tree.depth from tree
                        mysql: with recursive tree (id, depth) as (select author.id, ? as depth from author where author.born is null union all select author.id, tree.depth + ? from author join tree on author.born = tree.depth) select tree.depth from tree
                        sqlserver: with tree (id, depth) as (select author.id, @P1 as depth from author where author.born is null union all select author.id, tree.depth + @P2 from author join tree on author.born = tree.depth) select tree.depth from tree
                        oracle: with tree (id, depth) as (select author.id, ? as depth from author where author.born is null union all select author.id, tree.depth + ? from author join tree on author.born = tree.depth) select tree.depth from tree
                        """);
    }

    @Test
    void aCorrelatedSubQuery() {
        assertThat(Golden.sql(select(AUTHORS.id)
                        .from(AUTHORS)
                        .where(exists(select(BOOKS.id).from(BOOKS).where(BOOKS.authorId.eq(AUTHORS.id))))))
                .isEqualTo("""
                        postgresql: select author.id from author where exists (select book.id from book where book.author_id = author.id)
                        h2: select author.id from author where exists (select book.id from book where book.author_id = author.id)
                        mariadb: select author.id from author where exists (select book.id from book where book.author_id = author.id)
                        mysql: select author.id from author where exists (select book.id from book where book.author_id = author.id)
                        sqlserver: select author.id from author where exists (select book.id from book where book.author_id = author.id)
                        oracle: select author.id from author where exists (select book.id from book where book.author_id = author.id)
                        """);
    }

    @Test
    void setOperations() {
        assertThat(Golden.sql(select(AUTHORS.id)
                        .from(AUTHORS)
                        .unionAll(select(BOOKS.id).from(BOOKS).limit(3))
                        .orderBy(AUTHORS.id.desc())
                        .limit(5)))
                .isEqualTo("""
                        postgresql: select author.id from author union all (select book.id from book limit $1) order by 1 desc limit $2
                        h2: select author.id from author union all (select book.id from book limit $1) order by 1 desc limit $2
                        mariadb: select author.id from author union all (select book.id from book limit ?) order by 1 desc limit ?
                        mysql: select author.id from author union all (select book.id from book limit ?) order by 1 desc limit ?
                        sqlserver: select author.id from author union all select * from (select top (@P1) book.id from book) as part order by 1 desc offset 0 rows fetch next @P2 rows only
                        oracle: select author.id from author union all select * from (select book.id from book fetch first ? rows only) part order by 1 desc fetch first ? rows only
                        """);
    }

    @Test
    void locksOfRows() {
        assertThat(Golden.sql(select(AUTHORS.id).from(AUTHORS).forUpdate())).isEqualTo("""
                        postgresql: select id from author for update
                        h2: select id from author for update
                        mariadb: select id from author for update
                        mysql: select id from author for update
                        sqlserver: select id from author with (updlock, rowlock)
                        oracle: select id from author for update
                        """);
    }

    @Test
    void arithmeticOfTime() {
        assertThat(Golden.sql(select(BOOKS.published.truncatedTo(ChronoUnit.MONTHS), BOOKS.published.year(), now())
                        .from(BOOKS)
                        .where(BOOKS.published.gt(now().minus(Period.ofDays(7)).plus(Duration.ofSeconds(1))))))
                .isEqualTo("""
                        postgresql: select timezone('UTC', date_trunc('month', timezone('UTC', published))), cast(extract(year from timezone('UTC', published)) as integer), now() from book where published > now() + make_interval(days => cast($1 as integer)) + cast($2 as double precision) * interval '1 microsecond'
                        h2: select cast(cast(date_trunc(month, cast((published) at time zone 'UTC' as timestamp(6))) as varchar) || '+00:00' as timestamp(6) with time zone), cast(extract(year from cast((published) at time zone 'UTC' as timestamp(6))) as integer), current_timestamp from book where published > dateadd(microsecond, $1, dateadd(day, $2, current_timestamp))
                        mariadb: select (cast(date_format((published), '%Y-%m-01') as datetime(6))), cast(extract(year from (published)) as integer), utc_timestamp(6) from book where published > timestampadd(microsecond, ?, timestampadd(day, ?, utc_timestamp(6)))
                        mysql: select (cast(date_format((published), '%Y-%m-01') as datetime(6))), extract(year from (published)), utc_timestamp(6) from book where published > timestampadd(microsecond, ?, timestampadd(day, ?, utc_timestamp(6)))
                        sqlserver: select todatetimeoffset(datetrunc(month, cast(switchoffset(published, '+00:00') as datetime2(6))), '+00:00'), datepart(year, cast(switchoffset(published, '+00:00') as datetime2(6))), cast(sysdatetimeoffset() as datetimeoffset(6)) from book where published > dateadd(microsecond, (@P1) % 1000000, dateadd(second, (@P1) / 1000000, dateadd(day, @P2, cast(sysdatetimeoffset() as datetimeoffset(6)))))
                        oracle: select from_tz(cast(trunc(sys_extract_utc(published), 'MM') as timestamp(6)), 'UTC'), cast(extract(year from sys_extract_utc(published)) as integer), current_timestamp from book where published > ((current_timestamp + numtodsinterval(?, 'day')) + numtodsinterval((?) / 1000000, 'second'))
                        """);
    }

    @Test
    void templatesAndCalls() {
        assertThat(Golden.sql(select(BOOKS.id)
                        .from(BOOKS)
                        .where(
                                template("{0} % {1}", BOOKS.year.plus(1), 2)
                                        .asNumber(Types.INTEGER)
                                        .eq(0),
                                call("levenshtein", BOOKS.title, "y")
                                        .asNumber(Types.INTEGER)
                                        .lt(3))))
                .isEqualTo("""
                        postgresql: select id from book where ((year + $1) % $2) = $3 and levenshtein(title, $4) < $5
                        h2: select id from book where (("year" + $1) % $2) = $3 and levenshtein(title, $4) < $5
                        mariadb: select id from book where ((year + ?) % ?) = ? and levenshtein(title, ?) < ?
                        mysql: select id from book where ((year + ?) % ?) = ? and levenshtein(title, ?) < ?
                        sqlserver: select id from book where ((year + @P1) % @P2) = @P3 and levenshtein(title, @P4) < @P5
                        oracle: select id from book where ((year + ?) % ?) = ? and levenshtein(title, ?) < ?
                        """);
    }

    @Test
    void textWithNamedParameters() {
        assertThat(Golden.sql(sql("select * from author where name = :name or name like :name")
                        .bind("name", "x")
                        .rows()))
                .isEqualTo("""
                        postgresql: select * from author where name = $1 or name like $1
                        h2: select * from author where name = $1 or name like $1
                        mariadb: select * from author where name = ? or name like ?
                        mysql: select * from author where name = ? or name like ?
                        sqlserver: select * from author where name = @P1 or name like @P1
                        oracle: select * from author where name = ? or name like ?
                        """);
    }

    @Test
    void aConditionMayNameEveryTableBeforeIt() {
        assertThat(Golden.sql(select(AUTHORS.id)
                        .from(AUTHORS, BOOKS)
                        .join(AUTHORS.as("b"), AUTHORS.as("b").id.eq(AUTHORS.id))))
                .isEqualTo("""
                        postgresql: select author.id from author cross join book join author as b on b.id = author.id
                        h2: select author.id from author cross join book join author as b on b.id = author.id
                        mariadb: select author.id from author cross join book join author as b on b.id = author.id
                        mysql: select author.id from author cross join book join author as b on b.id = author.id
                        sqlserver: select author.id from author cross join book join author as b on b.id = author.id
                        oracle: select author.id from author cross join book join author b on b.id = author.id
                        """);
    }
}
