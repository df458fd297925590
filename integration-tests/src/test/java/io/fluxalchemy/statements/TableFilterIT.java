package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.cte;
import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.exists;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static io.fluxalchemy.statements.Databases.await;
import static io.fluxalchemy.statements.Drafts.DRAFTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.TableFilter;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that a filter hides are not read, joined, counted, updated or deleted, however a statement reaches them. */
class TableFilterIT {

    private static final TableFilter TENANT = TableFilter.of(DRAFTS, Drafts::as, draft -> draft.tenant.eq(1));

    private static <R> List<R> all(AsyncEngine engine, Query<R> query) {
        return await(engine.all(query));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void rowsOfOthersAreNeverReached(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine open = AsyncEngine.create(database.url());
            AsyncEngine engine =
                    AsyncEngine.builder().url(database.url()).transform(TENANT).build();
            await(open.createAll(MetaData.of(DRAFTS)));
            await(open.execute(insertInto(DRAFTS)
                    .rows(List.of("mine", "theirs"))
                    .set(DRAFTS.title, title -> title)
                    .set(DRAFTS.tenant, title -> title.equals("mine") ? 1L : 2L)));
            Drafts other = DRAFTS.as("other");

            assertThat(all(engine, select(DRAFTS.title).from(DRAFTS))).containsExactly("mine");
            assertThat(all(engine, select(other.title).from(other))).containsExactly("mine");
            assertThat(await(engine.count(select(DRAFTS.title).from(DRAFTS)))).isEqualTo(1);
            assertThat(await(engine.exists(select(DRAFTS.title).from(DRAFTS).where(DRAFTS.title.eq("theirs")))))
                    .isFalse();
            assertThat(all(
                            engine,
                            select(DRAFTS.title, other.title)
                                    .into((a, b) -> a + b)
                                    .from(DRAFTS)
                                    .leftJoin(other, other.title.ne(DRAFTS.title))))
                    .containsExactly("minenull");
            assertThat(all(
                            engine,
                            select(DRAFTS.title, other.title)
                                    .into((a, b) -> a + b)
                                    .from(DRAFTS)
                                    .rightJoin(other, other.title.ne(DRAFTS.title))))
                    .containsExactly("nullmine");
            assertThat(all(
                            engine,
                            select(DRAFTS.title)
                                    .from(DRAFTS)
                                    .where(exists(
                                            select(other.title).from(other).where(other.title.eq("theirs"))))))
                    .isEmpty();
            var named = cte("named", select(DRAFTS.title).from(DRAFTS));
            assertThat(all(engine, select(count()).from(named))).containsExactly(1L);
            assertThat(await(engine.execute(update(DRAFTS).set(DRAFTS.body, "x").everyRow())))
                    .isEqualTo(1);
            assertThat(await(engine.execute(deleteFrom(DRAFTS).everyRow()))).isEqualTo(1);
            assertThat(all(open, select(DRAFTS.title).from(DRAFTS))).containsExactly("theirs");
            await(open.close());
            await(engine.close());
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void oneQueryIsTransformedAsWell(DatabaseKind kind) {
        Select<String> mine = select(DRAFTS.title).from(DRAFTS).transform(TENANT);
        assertThat(io.fluxalchemy.compiler.SqlPrinter.of(Databases.dialect(kind))
                        .inlined(mine.limit(3)))
                .isEqualTo("select title from draft where tenant = 1 limit 3");
        assertThatThrownBy(() -> mine.where(DRAFTS.title.eq("x")))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("after transform");
        assertThatThrownBy(() -> select(DRAFTS.title)
                        .from(DRAFTS)
                        .fullJoin(DRAFTS.as("b"), DRAFTS.title.isNotNull())
                        .transform(TENANT)
                        .tree())
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("full join");
    }
}
