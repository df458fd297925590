package io.fluxalchemy.schema;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TemporalColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** A column may be declared in one dialect's own words, and is written, read and compared as in the others. */
class VariantIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static final class Papers extends Table<Papers> {

        static final Papers PAPERS = new Papers(Name.of("paper"));

        final NumericColumn<Integer> id =
                numeric("id", Types.variant(Types.INTEGER, "mariadb", "mediumint"), primaryKey());
        final TextColumn body = text(
                "body",
                Types.variant(Types.variant(Types.varchar(5), "mariadb", "mediumtext"), "postgresql", "varchar(7)"));
        final TemporalColumn<LocalDateTime> at =
                temporal("at", Types.variant(Types.LOCAL_TIMESTAMP, "h2", "timestamp(9)"));

        private Papers(Name name) {
            super(name, Papers::new);
        }
    }

    private static final Papers PAPERS = Papers.PAPERS;

    @Test
    void eachDialectDeclaresItsOwn() {
        assertThat(ddl("postgresql")).contains("id integer", "body varchar(7)", "at timestamp");
        assertThat(ddl("h2")).contains("id integer", "body varchar(5)", "at timestamp(9)");
        assertThat(ddl("mariadb")).contains("id mediumint", "body mediumtext", "at datetime(6)");
    }

    private static String ddl(String dialect) {
        List<String> texts = new SqlCompiler(Dialects.byName(dialect), 1)
                .ddl(MetaData.of(PAPERS).createAll());
        return texts.get(0).replace(")", "),");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void valuesTravelAsThoseOfTheTypeItIsAVariantOf(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            LocalDateTime noon = LocalDateTime.of(2026, 11, 21, 12, 0, 0, 123_456_000);
            await(engine.createAll(MetaData.of(PAPERS)));
            await(engine.execute(insertInto(PAPERS)
                    .set(PAPERS.id, 1)
                    .set(PAPERS.body, "short")
                    .set(PAPERS.at, noon)));
            assertThat(await(engine.all(select(PAPERS.at)
                            .from(PAPERS)
                            .where(PAPERS.body.ne("longer than the column"), PAPERS.id.lt(2), PAPERS.at.eq(noon)))))
                    .containsExactly(noon);
            if (kind == DatabaseKind.MARIADB) {
                assertThat(await(engine.one(sql("select data_type as found from information_schema.columns"
                                        + " where table_schema = database() and column_name = 'body'")
                                .as(String.class))))
                        .isEqualTo("mediumtext");
            }
            await(engine.close());
        }
    }

    @Test
    void aTypeOverAVariantIsDeclaredAsTheVariantIs() {
        SqlType<String> hidden = Types.sensitive(Types.variant(Types.TEXT, "h2", "clob"));
        assertThat(hidden.declaration("h2")).isEqualTo("clob");
        assertThat(hidden.declaration("mariadb")).isNull();
        assertThat(Types.converted(hidden, Integer.class, String::valueOf, Integer::valueOf)
                        .declaration("h2"))
                .isEqualTo("clob");
    }

    private static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }
}
