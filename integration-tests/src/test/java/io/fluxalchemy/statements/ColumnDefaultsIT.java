package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.countDistinct;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.statements.Databases.all;
import static io.fluxalchemy.statements.Databases.await;
import static io.fluxalchemy.statements.Databases.execute;
import static io.fluxalchemy.statements.Drafts.DRAFTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns that a statement does not set get what their table says, on every way to write. */
class ColumnDefaultsIT {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static AsyncEngine drafts(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        await(engine.dropAll(MetaData.of(DRAFTS)));
        await(engine.createAll(MetaData.of(DRAFTS)));
        Drafts.EDITS.set(0);
        return engine;
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void eachRowOfAnInsertGetsAValueOfItsOwn(DatabaseKind kind) {
        AsyncEngine engine = drafts(kind);
        execute(engine, insertInto(DRAFTS).set(DRAFTS.title, "a"));
        execute(engine, insertInto(DRAFTS).rows(List.of("b", "c")).set(DRAFTS.title, row -> row));
        execute(engine, insertInto(DRAFTS).select(select(value("d")), DRAFTS.title));
        assertThat(all(
                        engine,
                        select(countDistinct(DRAFTS.token), countDistinct(DRAFTS.edit))
                                .into((tokens, edits) -> tokens + " " + edits)
                                .from(DRAFTS)))
                .containsExactly("4 4");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void updatesSetThemAnewAndGivenValuesWin(DatabaseKind kind) {
        AsyncEngine engine = drafts(kind);
        execute(engine, insertInto(DRAFTS).set(DRAFTS.title, "a").set(DRAFTS.edit, 70));
        assertThat(all(engine, select(DRAFTS.edit).from(DRAFTS))).containsExactly(70);
        execute(engine, update(DRAFTS).set(DRAFTS.body, "x").everyRow());
        assertThat(all(engine, select(DRAFTS.edit).from(DRAFTS))).containsExactly(1);
        execute(engine, update(DRAFTS).set(DRAFTS.edit, 80).everyRow());
        assertThat(all(engine, select(DRAFTS.edit).from(DRAFTS))).containsExactly(80);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void upsertsInsertOrGiveTheRowTheOtherValues(DatabaseKind kind) {
        AsyncEngine engine = drafts(kind);
        execute(
                engine,
                insertInto(DRAFTS).set(DRAFTS.title, "a").set(DRAFTS.body, "1").upsert(DRAFTS.title));
        execute(
                engine,
                insertInto(DRAFTS).set(DRAFTS.title, "a").set(DRAFTS.body, "2").upsert(DRAFTS.title));
        assertThat(all(engine, select(DRAFTS.body).from(DRAFTS))).containsExactly("2");
        execute(
                engine,
                insertInto(DRAFTS)
                        .rows(List.of("a", "b"))
                        .set(DRAFTS.title, row -> row)
                        .set(DRAFTS.body, row -> row + "!")
                        .upsert(DRAFTS.title));
        assertThat(all(engine, select(DRAFTS.body).from(DRAFTS))).containsExactlyInAnyOrder("a!", "b!");
        var query = insertInto(DRAFTS)
                .select(select(value("b"), value("3")), DRAFTS.title, DRAFTS.body)
                .upsert(DRAFTS.title);
        if (kind == DatabaseKind.H2) {
            assertThatThrownBy(() -> execute(engine, query))
                    .hasMessageContaining("h2 does not have an upsert of a query");
        } else {
            execute(engine, query);
            assertThat(all(engine, select(DRAFTS.body).from(DRAFTS))).containsExactlyInAnyOrder("a!", "3");
        }
        assertThat(all(engine, select(count()).from(DRAFTS))).containsExactly(2L);
    }
}
