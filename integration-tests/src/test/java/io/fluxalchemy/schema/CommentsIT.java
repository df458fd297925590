package io.fluxalchemy.schema;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** Comments of tables and columns are kept by the database, whatever stands in them. */
class CommentsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ODD = "100% the reader's \"own\" \\ :words? {0} -- ü";

    static final class Notes extends Table<Notes> {

        static final Notes NOTES = new Notes(Name.of("note"));

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final TextColumn text = varchar("text", 20, notNull(), defaultTo("''"), comment(ODD));

        private Notes(Name name) {
            super(name, Notes::new);
            commented("All of " + ODD);
        }
    }

    private static final MetaData SCHEMA = MetaData.of(Notes.NOTES);

    private static String ofTable(DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> "select obj_description('note'::regclass) as found";
            case H2 -> "select remarks as found from information_schema.tables where lower(table_name) = 'note'";
            case MARIADB ->
                "select table_comment as found from information_schema.tables"
                        + " where table_schema = database() and table_name = 'note'";
        };
    }

    private static String ofColumn(DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> "select col_description('note'::regclass, 2) as found";
            case H2 ->
                "select remarks as found from information_schema.columns"
                        + " where lower(table_name) = 'note' and lower(column_name) = 'text'";
            case MARIADB ->
                "select column_comment as found from information_schema.columns"
                        + " where table_schema = database() and table_name = 'note' and column_name = 'text'";
        };
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void tablesAndColumnsAreCommented(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            await(engine.createAll(SCHEMA));
            await(engine.createAll(SCHEMA.named(NamingConvention.of().primaryKey("pk_{table}"))));
            assertThat(found(engine, ofTable(kind))).isEqualTo("All of " + ODD);
            assertThat(found(engine, ofColumn(kind))).isEqualTo(ODD);
            await(engine.dropAll(SCHEMA));
            await(engine.close());
        }
    }

    @Test
    void aDialectThatKeepsNoneRefusesThemByName() {
        assertThatThrownBy(() -> new SqlCompiler(Dialects.byName("sqlserver"), 1).ddl(SCHEMA.createAll()))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("sqlserver does not have comments of tables and columns");
        List<String> mysql = new SqlCompiler(Dialects.byName("mysql"), 1).ddl(SCHEMA.createAll());
        assertThat(mysql).singleElement().asString().contains("text varchar(20) default '' not null comment '100%");
    }

    private static String found(AsyncEngine engine, String query) {
        return await(engine.one(sql(query).map(row -> row.get("found", String.class))));
    }

    private static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }
}
