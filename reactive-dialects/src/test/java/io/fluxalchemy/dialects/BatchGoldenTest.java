package io.fluxalchemy.dialects;

import static io.fluxalchemy.dialects.Authors.AUTHORS;
import static io.fluxalchemy.dialects.Books.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.compiler.BatchChunk;
import io.fluxalchemy.compiler.BatchForm;
import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Batches, each in every dialect, with how their results are told apart. */
class BatchGoldenTest {

    private final List<Object[]> two = List.of(new Object[] {"x", 1}, new Object[] {"y", 2});

    @Test
    void oneRowIsAPlainInsert() {
        assertThat(Golden.sql(new Batch.Insert(
                        AUTHORS, List.of(AUTHORS.name, AUTHORS.born), two.subList(0, 1), List.of(AUTHORS.id))))
                .isEqualTo("""
                        postgresql: insert into author (name, born) values ($1, $2) returning id -- IN_ORDER
                        h2: select id from final table (insert into author (name, born) values ($1, $2)) -- IN_ORDER
                        mariadb: insert into author (name, born) values (?, ?) returning id -- IN_ORDER
                        mysql: insert into author (name, born) values (?, ?) -- IN_ORDER
                        sqlserver: insert into author (name, born) output inserted.id values (@P1, @P2) -- IN_ORDER
                        oracle: insert into author (name, born) values (?, ?) -- IN_ORDER
                        """);
    }

    @Test
    void rowsComeBackToTheirPlaces() {
        assertThat(Golden.sql(new Batch.Insert(AUTHORS, List.of(AUTHORS.name, AUTHORS.born), two, List.of(AUTHORS.id))))
                .isEqualTo("""
                        postgresql: merge into author as t using (select * from unnest($1::text[], $2::integer[]) with ordinality as s (c0, c1, n)) as s on false when not matched then insert (name, born) values (s.c0, s.c1) returning s.n, t.id -- ORDINAL
                        h2: select id from final table (insert into author (name, born) values ($1, $2), ($3, $4)) -- IN_ORDER
                        mariadb: insert into author (name, born) values (?, ?), (?, ?) returning id -- IN_ORDER
                        mysql: insert into author (name, born) values (?, ?) -- IN_ORDER
                        sqlserver: merge into author as t using (values (1, @P1, @P2), (2, @P3, @P4)) as s (n, c0, c1) on 1 = 0 when not matched then insert (name, born) values (s.c0, s.c1) output s.n, inserted.id; -- ORDINAL
                        oracle: insert into author (name, born) values (?, ?) -- IN_ORDER
                        """);
    }

    @Test
    void rowsThatReturnNothing() {
        assertThat(Golden.sql(new Batch.Insert(AUTHORS, List.of(AUTHORS.name, AUTHORS.born), two, List.of())))
                .isEqualTo("""
                        postgresql: insert into author (name, born) select s.c0, s.c1 from unnest($1::text[], $2::integer[]) as s (c0, c1) -- COUNT
                        h2: insert into author (name, born) values ($1, $2), ($3, $4) -- COUNT
                        mariadb: insert into author (name, born) values (?, ?), (?, ?) -- COUNT
                        mysql: insert into author (name, born) values (?, ?), (?, ?) -- COUNT
                        sqlserver: insert into author (name, born) values (@P1, @P2), (@P3, @P4) -- COUNT
                        oracle: insert into author (name, born) values (?, ?), (?, ?) -- COUNT
                        """);
    }

    @Test
    void rowsOfDefaults() {
        assertThat(Golden.sql(new Batch.Insert(
                        AUTHORS, List.of(), List.of(new Object[0], new Object[0]), List.of(AUTHORS.id))))
                .isEqualTo("""
                        postgresql: insert into author (id) values (default), (default) returning id -- IN_ORDER
                        h2: select id from final table (insert into author (id) values (default), (default)) -- IN_ORDER
                        mariadb: insert into author (id) values (default), (default) returning id -- IN_ORDER
                        mysql: insert into author () values () -- IN_ORDER
                        sqlserver: insert into author output inserted.id default values -- IN_ORDER
                        oracle: refused, oracle does not have an insert that names no column (name one)
                        """);
    }

    @Test
    void valuesThatTravelAsText() {
        assertThat(Golden.sql(new Batch.Insert(
                        BOOKS,
                        List.of(BOOKS.meta, BOOKS.mood, BOOKS.cover, BOOKS.keywords),
                        List.of(new Object[] {"{}", null, null, null}, new Object[] {"{}", null, null, null}),
                        List.of(BOOKS.id))))
                .isEqualTo("""
                        postgresql: merge into book as t using (select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality as s (c0, c1, c2, c3, n)) as s on false when not matched then insert (meta, mood, cover, keywords) values (cast(s.c0 as jsonb), cast(s.c1 as mood), cast(s.c2 as bytea), cast(s.c3 as text[])) returning s.n, t.id -- ORDINAL
                        h2: select id from final table (insert into book (meta, mood, cover, keywords) values ($1 format json, $2, $3, $4), ($5 format json, $6, $7, $8)) -- IN_ORDER
                        mariadb: insert into book (meta, mood, cover, keywords) values (?, ?, ?, ?), (?, ?, ?, ?) returning id -- IN_ORDER
                        mysql: insert into book (meta, mood, cover, keywords) values (?, ?, ?, ?) -- IN_ORDER
                        sqlserver: merge into book as t using (values (1, @P1, @P2, @P3, @P4), (2, @P5, @P6, @P7, @P8)) as s (n, c0, c1, c2, c3) on 1 = 0 when not matched then insert (meta, mood, cover, keywords) values (s.c0, s.c1, s.c2, s.c3) output s.n, inserted.id; -- ORDINAL
                        oracle: insert into book (meta, mood, cover, keywords) values (?, ?, ?, ?) -- IN_ORDER
                        """);
    }

    @Test
    void updatesByIdAndVersion() {
        assertThat(Golden.sql(new Batch.Update(
                        AUTHORS,
                        List.of(AUTHORS.id, AUTHORS.born, AUTHORS.born, AUTHORS.name),
                        2,
                        List.of(new Object[] {1L, 1, 2, "x"}, new Object[] {2L, 1, 2, "y"}))))
                .isEqualTo("""
                        postgresql: update author as t set born = s.c2, name = s.c3 from unnest($1::bigint[], $2::integer[], $3::integer[], $4::text[]) with ordinality as s (c0, c1, c2, c3, n) where t.id = s.c0 and t.born = s.c1 returning s.n -- ORDINAL
                        h2: merge into author as t using (values (cast($1 as bigint), cast($2 as integer), cast($3 as integer), cast($4 as varchar)), (cast($5 as bigint), cast($6 as integer), cast($7 as integer), cast($8 as varchar))) as s (c0, c1, c2, c3) on t.id = s.c0 and t.born = s.c1 when matched then update set born = s.c2, name = s.c3 -- COUNT
                        mariadb: update author set name = case when id = ? and born = ? then ? when id = ? and born = ? then ? end, born = case when id = ? and born = ? then ? when id = ? and born = ? then ? end where (id, born) in ((?, ?), (?, ?)) -- COUNT
                        mysql: update author set name = case when id = ? and born = ? then ? when id = ? and born = ? then ? end, born = case when id = ? and born = ? then ? when id = ? and born = ? then ? end where (id, born) in ((?, ?), (?, ?)) -- COUNT
                        sqlserver: update t set born = s.c2, name = s.c3 output s.n from author as t join (values (1, @P1, @P2, @P3, @P4), (2, @P5, @P6, @P7, @P8)) as s (n, c0, c1, c2, c3) on t.id = s.c0 and t.born = s.c1 -- ORDINAL
                        oracle: update author set born = ?, name = ? where id = ? and born = ? -- COUNT
                        """);
    }

    @Test
    void oneRowIsAPlainUpdate() {
        assertThat(Golden.sql(new Batch.Update(
                        AUTHORS, List.of(AUTHORS.id, AUTHORS.name), 1, List.<Object[]>of(new Object[] {1L, "x"}))))
                .isEqualTo("""
                        postgresql: update author set name = $1 where id = $2 -- COUNT
                        h2: update author set name = $1 where id = $2 -- COUNT
                        mariadb: update author set name = ? where id = ? -- COUNT
                        mysql: update author set name = ? where id = ? -- COUNT
                        sqlserver: update author set name = @P1 where id = @P2 -- COUNT
                        oracle: update author set name = ? where id = ? -- COUNT
                        """);
    }

    @Test
    void deletesByIdAndVersion() {
        assertThat(Golden.sql(new Batch.Delete(
                        AUTHORS, List.of(AUTHORS.id, AUTHORS.born), List.of(new Object[] {1L, 1}, new Object[] {2L, 1
                        }))))
                .isEqualTo("""
                        postgresql: delete from author as t using unnest($1::bigint[], $2::integer[]) with ordinality as s (c0, c1, n) where t.id = s.c0 and t.born = s.c1 returning s.n -- ORDINAL
                        h2: delete from author where (id, born) in (($1, $2), ($3, $4)) -- COUNT
                        mariadb: delete from author where (id, born) in ((?, ?), (?, ?)) -- COUNT
                        mysql: delete from author where (id, born) in ((?, ?), (?, ?)) -- COUNT
                        sqlserver: delete t output s.n from author as t join (values (1, @P1, @P2), (2, @P3, @P4)) as s (n, c0, c1) on t.id = s.c0 and t.born = s.c1 -- ORDINAL
                        oracle: delete from author where (id, born) in ((?, ?), (?, ?)) -- COUNT
                        """);
    }

    @Test
    void deletesById() {
        assertThat(Golden.sql(
                        new Batch.Delete(AUTHORS, List.of(AUTHORS.id), List.of(new Object[] {1L}, new Object[] {2L}))))
                .isEqualTo("""
                        postgresql: delete from author as t using unnest($1::bigint[]) with ordinality as s (c0, n) where t.id = s.c0 returning s.n -- ORDINAL
                        h2: delete from author where id in ($1, $2) -- COUNT
                        mariadb: delete from author where id in (?, ?) -- COUNT
                        mysql: delete from author where id in (?, ?) -- COUNT
                        sqlserver: delete t output s.n from author as t join (values (1, @P1), (2, @P2)) as s (n, c0) on t.id = s.c0 -- ORDINAL
                        oracle: delete from author where id in (?, ?) -- COUNT
                        """);
    }

    /** Short values only: an array of all long ones may be longer than any value may. */
    @Test
    void whoReadsArraysGetsOneRow() {
        List<Column<?>> columns = List.of(AUTHORS.name, AUTHORS.born);
        assertThat(gathered(new Batch.Insert(AUTHORS, columns, two, List.of(AUTHORS.id))))
                .isEqualTo("with w as (merge into author as t using (select * from unnest($1::text[], $2::integer[])"
                        + " with ordinality as s (c0, c1, n)) as s on false when not matched then insert (name, born)"
                        + " values (s.c0, s.c1) returning s.n, coalesce(t.id, null) as r0)"
                        + " select array_agg(w.n), array_agg(w.r0) from w -- GATHERED");
        assertThat(gathered(new Batch.Insert(AUTHORS, columns, two, List.of(AUTHORS.id, AUTHORS.name))))
                .endsWith("returning s.n, t.id, t.name -- ORDINAL");
        assertThat(gathered(new Batch.Update(
                        AUTHORS, List.of(AUTHORS.id, AUTHORS.name), 1, List.of(new Object[] {1L, "x"}, new Object[] {
                            2L, "y"
                        }))))
                .isEqualTo("with w as (update author as t set name = s.c1 from unnest($1::bigint[], $2::text[])"
                        + " with ordinality as s (c0, c1, n) where t.id = s.c0 returning s.n)"
                        + " select array_agg(w.n) from w -- GATHERED");
    }

    private static String gathered(Batch batch) {
        BatchChunk chunk = new SqlCompiler(Dialects.byName("postgresql"), 8)
                .prepare(batch, BatchForm.GATHERED)
                .get(0);
        return chunk.sql().text() + " -- " + chunk.shape();
    }
}
