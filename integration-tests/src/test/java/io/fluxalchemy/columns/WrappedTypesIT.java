package io.fluxalchemy.columns;

import static io.fluxalchemy.sql.Sql.coalesce;
import static io.fluxalchemy.sql.Sql.cte;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.list;
import static io.fluxalchemy.sql.Sql.max;
import static io.fluxalchemy.sql.Sql.scalar;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.compiler.SqlPrinter;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.type.Types;
import io.fluxalchemy.type.Wrapping;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SQL around the values of a type: what is stored is not what is written, and what is read is what was written. */
class WrappedTypesIT {

    @RegisterExtension
    static final ColumnDatabases DATABASES = new ColumnDatabases();

    private static final Wrapping MARKED =
            Wrapping.of("'~' || {0}", "substring({0}, 2)").on("mariadb", "concat('~', {0})", "substring({0}, 2)");

    static final class Secrets extends Table<Secrets> {

        static final Secrets SECRETS = new Secrets(Name.of("secret"));

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final TextColumn word = text("word", Types.wrapped(Types.varchar(60), MARKED));

        private Secrets(Name name) {
            super(name, Secrets::new);
        }
    }

    private static final Secrets SECRETS = Secrets.SECRETS;

    /** With the words one, two and three, and a NULL. */
    private static AsyncEngine filled(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.engine(kind);
        MetaData schema = MetaData.of(SECRETS);
        ColumnDatabases.await(engine.dropAll(schema));
        ColumnDatabases.await(engine.createAll(schema));
        List<String> words = Arrays.asList("one", "two", "three", null);
        ColumnDatabases.await(engine.execute(insertInto(SECRETS)
                .rows(List.of(1, 2, 3, 4))
                .set(SECRETS.id, id -> id)
                .set(SECRETS.word, id -> words.get(id - 1))));
        return engine;
    }

    private static List<String> stored(AsyncEngine engine) {
        return ColumnDatabases.await(
                engine.all(sql("select word from secret order by id").as(String.class)));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatIsWrittenIsStoredWithItsSqlAndReadWithoutIt(DatabaseKind kind) {
        AsyncEngine engine = filled(kind);
        assertThat(stored(engine)).containsExactly("~one", "~two", "~three", null);
        assertThat(ColumnDatabases.await(
                        engine.all(select(SECRETS.word).from(SECRETS).orderBy(SECRETS.id.asc()))))
                .containsExactly("one", "two", "three", null);
        ColumnDatabases.await(engine.execute(update(SECRETS)
                .set(SECRETS.word, "it's new")
                .where(SECRETS.word.eq("two").or(SECRETS.word.in("three", "none")))));
        assertThat(stored(engine)).containsExactly("~one", "~it's new", "~it's new", null);
        assertThat(ColumnDatabases.await(engine.all(select(SECRETS.id)
                        .from(SECRETS)
                        .where(
                                SECRETS.word.isDistinctFrom("one"),
                                SECRETS.word.notIn(List.of("one", "two")),
                                SECRETS.word.between("it", "iu"))
                        .orderBy(SECRETS.id.asc()))))
                .containsExactly(2, 3);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void rowsThatComeBackAreReadToo(DatabaseKind kind) {
        AsyncEngine engine = filled(kind);
        assertThat(ColumnDatabases.await(engine.one(insertInto(SECRETS)
                        .set(SECRETS.id, 10)
                        .set(SECRETS.word, "ten")
                        .returning(SECRETS.word))))
                .isEqualTo("ten");
        assertThat(ColumnDatabases.await(engine.all(insertInto(SECRETS)
                        .rows(List.of(11, 12, 13))
                        .set(SECRETS.id, id -> id)
                        .set(SECRETS.word, id -> id == 12 ? null : "w" + id)
                        .returning(SECRETS.word))))
                .containsExactly("w11", null, "w13");
        ColumnDatabases.await(engine.transaction(c -> c.write(new Batch.Update(
                        SECRETS, List.of(SECRETS.id, SECRETS.word), 1, List.of(new Object[] {11, "v11"}, new Object[] {
                            13, "v13"
                        })))
                .then(c.write(new Batch.Delete(
                        SECRETS, List.of(SECRETS.word), List.of(new Object[] {"one"}, new Object[] {"two"}))))));
        assertThat(stored(engine)).containsExactly("~three", null, "~ten", "~v11", null, "~v13");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void insideAStatementTheColumnIsWhatItHolds(DatabaseKind kind) {
        AsyncEngine engine = filled(kind);
        var inner = select(SECRETS.id, SECRETS.word).from(SECRETS).as("s");
        assertThat(ColumnDatabases.await(engine.all(select(inner.column(SECRETS.word))
                        .from(inner)
                        .where(inner.column(SECRETS.word).eq("two")))))
                .containsExactly("two");
        var named = cte("named", select(SECRETS.word).from(SECRETS).where(SECRETS.id.le(2)));
        assertThat(ColumnDatabases.await(engine.all(select(named.column(SECRETS.word))
                        .from(named)
                        .union(select(SECRETS.word).from(SECRETS).where(SECRETS.id.eq(3)))
                        .orderBy(named.column(SECRETS.word).desc()))))
                .containsExactly("two", "three", "one");
        assertThat(ColumnDatabases.await(engine.one(
                        select(scalar(select(max(SECRETS.word)).from(SECRETS)), coalesce(SECRETS.word, "nothing"))
                                .into((highest, word) -> highest + "/" + word)
                                .from(SECRETS)
                                .where(SECRETS.id.eq(4)))))
                .isEqualTo("two/nothing");
        Secrets other = SECRETS.as("other");
        assertThat(ColumnDatabases.await(engine.all(select(list(select(other.word)
                                .map(word -> word)
                                .from(other)
                                .where(other.word.isNotNull())
                                .orderBy(other.id.asc())))
                        .from(SECRETS)
                        .where(SECRETS.id.eq(1)))))
                .containsExactly(List.of("one", "two", "three"));
        ColumnDatabases.await(engine.execute(insertInto(SECRETS)
                .select(
                        select(value(5), SECRETS.word).from(SECRETS).where(SECRETS.id.eq(1)),
                        SECRETS.id,
                        SECRETS.word)));
        assertThat(stored(engine)).last().isEqualTo("~one");
    }

    @Test
    void listsTravelAsOneArrayAndAreNeverPlain() {
        assertThat(SqlPrinter.of(Dialects.byName("postgresql"))
                        .sql(select(SECRETS.id).from(SECRETS).where(SECRETS.word.in("a", "b"))))
                .isEqualTo("select id from secret where word = any(array(select ('~' || each.one) from"
                        + " unnest($1::text[]) as each (one)))");
        assertThat(SqlPrinter.of(Dialects.byName("h2"))
                        .inlined(select(SECRETS.word).from(SECRETS).where(SECRETS.word.eq("a"))))
                .isEqualTo("select substring(word, 2) as word from secret where word = ('~' || 'a')");
    }

    @Test
    void whatHasNoPlaceForTheSqlIsRefused() {
        AsyncEngine engine = filled(DatabaseKind.POSTGRESQL);
        assertThatThrownBy(() -> ColumnDatabases.await(engine.transaction(c -> c.copy(new Batch.Insert(
                        SECRETS,
                        List.of(SECRETS.id, SECRETS.word),
                        List.<Object[]>of(new Object[] {9, "x"}),
                        List.of())))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("column \"word\"");
        assertThatThrownBy(() -> Types.arrayOf(Types.wrapped(Types.TEXT, MARKED)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("around each element");
        assertThatThrownBy(() -> Types.wrapped(Types.wrapped(Types.TEXT, MARKED), MARKED))
                .isInstanceOf(StatementException.class);
        assertThatThrownBy(() -> Wrapping.of("f(?)", "{0}"))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("{0}");
        assertThatThrownBy(() -> Wrapping.of("{0}", "f({0}, {1})"))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("{1}");
    }
}
