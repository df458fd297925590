package io.fluxalchemy.dialects;

import static io.fluxalchemy.dialects.Authors.AUTHORS;
import static io.fluxalchemy.dialects.Books.BOOKS;
import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.excluded;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Statements that write, each in every dialect. */
class WriteGoldenTest {

    @Test
    void insertReturning() {
        assertThat(Golden.sql(insertInto(BOOKS)
                        .set(BOOKS.title, "t")
                        .set(BOOKS.mood, Books.Mood.GRIM)
                        .set(BOOKS.meta, "{}")
                        .returning(BOOKS.id, BOOKS.title)))
                .isEqualTo("""
                        postgresql: insert into book (title, mood, meta) values ($1, $2, $3) returning id, title
                        h2: select id, title from final table (insert into book (title, mood, meta) values ($1, $2, $3 format json))
                        mariadb: insert into book (title, mood, meta) values (?, ?, ?) returning id, title
                        mysql: refused, mysql does not have returning
                        sqlserver: insert into book (title, mood, meta) output inserted.id, inserted.title values (@P1, @P2, @P3)
                        oracle: refused, oracle does not have returning
                        """);
    }

    @Test
    void aRowOfDefaults() {
        assertThat(Golden.sql(insertInto(AUTHORS))).isEqualTo("""
                        postgresql: insert into author default values
                        h2: insert into author default values
                        mariadb: insert into author () values ()
                        mysql: insert into author () values ()
                        sqlserver: insert into author default values
                        oracle: refused, oracle does not have an insert that names no column (name one)
                        """);
    }

    @Test
    void insertOfAQuery() {
        assertThat(Golden.sql(insertInto(AUTHORS)
                        .select(select(BOOKS.title).from(BOOKS).where(BOOKS.year.gt(5)), AUTHORS.name)))
                .isEqualTo("""
                        postgresql: insert into author (name) select book.title from book where book.year > $1
                        h2: insert into author (name) select book.title from book where book."year" > $1
                        mariadb: insert into author (name) select book.title from book where book.year > ?
                        mysql: insert into author (name) select book.title from book where book.year > ?
                        sqlserver: insert into author (name) select book.title from book where book.year > @P1
                        oracle: insert into author (name) select book.title from book where book.year > ?
                        """);
    }

    @Test
    void upsertOfOneRow() {
        assertThat(Golden.sql(insertInto(AUTHORS)
                        .set(AUTHORS.name, "x")
                        .set(AUTHORS.born, 1)
                        .onConflict(AUTHORS.name)
                        .doUpdate(AUTHORS.born, excluded(AUTHORS.born).plus(AUTHORS.born))))
                .isEqualTo("""
                        postgresql: insert into author (name, born) values ($1, $2) on conflict (name) do update set born = excluded.born + author.born
                        h2: merge into author using (values (cast($1 as varchar), cast($2 as integer))) as excluded (name, born) on author.name = excluded.name when matched then update set born = excluded.born + author.born when not matched then insert (name, born) values (excluded.name, excluded.born)
                        mariadb: insert into author (name, born) values (?, ?) on duplicate key update born = values(born) + author.born
                        mysql: insert into author (name, born) values (?, ?) on duplicate key update born = values(born) + author.born
                        sqlserver: merge into author with (holdlock) as author using (values (@P1, @P2)) as excluded (name, born) on author.name = excluded.name when matched then update set born = excluded.born + author.born when not matched then insert (name, born) values (excluded.name, excluded.born);
                        oracle: merge into author using (values (?, ?)) excluded (name, born) on (author.name = excluded.name) when matched then update set born = excluded.born + author.born when not matched then insert (name, born) values (excluded.name, excluded.born)
                        """);
    }

    @Test
    void upsertThatKeepsWhatIsThere() {
        assertThat(Golden.sql(insertInto(AUTHORS)
                        .set(AUTHORS.name, "x")
                        .onConflict(AUTHORS.name)
                        .doNothing()))
                .isEqualTo("""
                        postgresql: insert into author (name) values ($1) on conflict (name) do nothing
                        h2: merge into author using (values (cast($1 as varchar))) as excluded (name) on author.name = excluded.name when not matched then insert (name) values (excluded.name)
                        mariadb: insert into author (name) values (?) on duplicate key update name = author.name
                        mysql: insert into author (name) values (?) on duplicate key update name = author.name
                        sqlserver: merge into author with (holdlock) as author using (values (@P1)) as excluded (name) on author.name = excluded.name when not matched then insert (name) values (excluded.name);
                        oracle: merge into author using (values (?)) excluded (name) on (author.name = excluded.name) when not matched then insert (name) values (excluded.name)
                        """);
    }

    @Test
    void upsertOnACondition() {
        assertThat(Golden.sql(insertInto(AUTHORS)
                        .set(AUTHORS.name, "x")
                        .onConflict(AUTHORS.name)
                        .doUpdate(AUTHORS.name, excluded(AUTHORS.name).upper())
                        .where(AUTHORS.born.isNull())))
                .isEqualTo("""
                        postgresql: insert into author (name) values ($1) on conflict (name) do update set name = upper(excluded.name) where author.born is null
                        h2: merge into author using (values (cast($1 as varchar))) as excluded (name) on author.name = excluded.name when matched and author.born is null then update set name = upper(excluded.name) when not matched then insert (name) values (excluded.name)
                        mariadb: refused, mariadb does not have a condition on the update of an upsert
                        mysql: refused, mysql does not have a condition on the update of an upsert
                        sqlserver: merge into author with (holdlock) as author using (values (@P1)) as excluded (name) on author.name = excluded.name when matched and (author.born is null) then update set name = upper(excluded.name) when not matched then insert (name) values (excluded.name);
                        oracle: merge into author using (values (?)) excluded (name) on (author.name = excluded.name) when matched then update set name = upper(excluded.name) where author.born is null when not matched then insert (name) values (excluded.name)
                        """);
    }

    @Test
    void updateOfOneTable() {
        assertThat(Golden.sql(
                        update(AUTHORS).set(AUTHORS.born, AUTHORS.born.plus(1)).where(AUTHORS.id.eq(1L))))
                .isEqualTo("""
                        postgresql: update author set born = born + $1 where id = $2
                        h2: update author set born = born + $1 where id = $2
                        mariadb: update author set born = born + ? where id = ?
                        mysql: update author set born = born + ? where id = ?
                        sqlserver: update author set born = born + @P1 where id = @P2
                        oracle: update author set born = born + ? where id = ?
                        """);
    }

    @Test
    void updateReturning() {
        assertThat(Golden.sql(update(AUTHORS)
                        .set(AUTHORS.born, 3)
                        .where(AUTHORS.id.eq(1L))
                        .returning(AUTHORS.born)))
                .isEqualTo("""
                        postgresql: update author set born = $1 where id = $2 returning born
                        h2: select born from final table (update author set born = $1 where id = $2)
                        mariadb: refused, mariadb does not have returning rows of an update
                        mysql: refused, mysql does not have returning rows of an update
                        sqlserver: update author set born = @P1 output inserted.born where id = @P2
                        oracle: refused, oracle does not have returning rows of an update
                        """);
    }

    @Test
    void updateWithAFurtherTable() {
        assertThat(Golden.sql(update(BOOKS)
                        .set(BOOKS.price, BOOKS.price.times(new BigDecimal("1.1")))
                        .from(AUTHORS)
                        .where(BOOKS.authorId.eq(AUTHORS.id), AUTHORS.active)))
                .isEqualTo("""
                        postgresql: update book set price = book.price * $1 from author where book.author_id = author.id and author.active
                        h2: merge into book using author on book.author_id = author.id and author.active when matched then update set price = book.price * $1
                        mariadb: update book, author set book.price = book.price * ? where book.author_id = author.id and author.active
                        mysql: update book, author set book.price = book.price * ? where book.author_id = author.id and author.active
                        sqlserver: update book set price = book.price * cast(@P1 as decimal(38, 10)) from book cross join author where book.author_id = author.id and author.active = 1
                        oracle: update book set price = book.price * ? from author where book.author_id = author.id and author.active
                        """);
    }

    @Test
    void deleteWithAFurtherTable() {
        assertThat(Golden.sql(
                        deleteFrom(BOOKS).using(AUTHORS).where(BOOKS.authorId.eq(AUTHORS.id), AUTHORS.active.not())))
                .isEqualTo("""
                        postgresql: delete from book using author where book.author_id = author.id and not author.active
                        h2: merge into book using author on book.author_id = author.id and not author.active when matched then delete
                        mariadb: delete book from book, author where book.author_id = author.id and not author.active
                        mysql: delete book from book, author where book.author_id = author.id and not author.active
                        sqlserver: delete book from book cross join author where book.author_id = author.id and not (author.active = 1)
                        oracle: delete from book from author where book.author_id = author.id and not author.active
                        """);
    }

    @Test
    void deleteReturning() {
        assertThat(Golden.sql(deleteFrom(BOOKS).where(BOOKS.id.eq(1L)).returning(BOOKS.title)))
                .isEqualTo("""
                        postgresql: delete from book where id = $1 returning title
                        h2: select title from old table (delete from book where id = $1)
                        mariadb: delete from book where id = ? returning title
                        mysql: refused, mysql does not have returning
                        sqlserver: delete from book output deleted.title where id = @P1
                        oracle: refused, oracle does not have returning
                        """);
    }
}
