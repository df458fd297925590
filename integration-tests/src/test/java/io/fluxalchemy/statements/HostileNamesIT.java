package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.statements.Databases.all;
import static io.fluxalchemy.statements.Databases.await;
import static io.fluxalchemy.statements.Databases.execute;
import static io.fluxalchemy.statements.Works.WORKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names of tables, columns, labels and JSON keys are names whatever they look like, and never SQL. */
class HostileNamesIT {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static final List<String> NAMES = List.of(
            "select",
            "Mixed",
            "1st",
            "two words",
            "double\"quote",
            "quote'd",
            "back`tick",
            "back\\slash",
            "x\"; drop table work; --",
            "x'; drop table work; --",
            "x`; drop table work; --",
            "x\\'; drop table work; --",
            "dollar$1",
            "question?",
            "colon:name",
            "curly{0}",
            "$$",
            "/* comment",
            "-- comment",
            "-x",
            "new\nline",
            "ünï");

    private static final class Hostile extends Table<Hostile> {

        @SuppressWarnings("unused") // declares the key
        final NumericColumn<Long> id = bigint("id", primaryKey(), identity());

        final TextColumn named;

        Hostile(Name name, String column) {
            super(name, other -> new Hostile(other, column));
            named = varchar(column, 50, unique());
        }
    }

    /** The driver of H2 splits at semicolons, so names that hold one are refused there. */
    private static List<String> names(DatabaseKind kind) {
        return kind == DatabaseKind.H2
                ? NAMES.stream().filter(name -> name.indexOf(';') < 0).toList()
                : NAMES;
    }

    @Test
    void whatTheDriverOfH2WouldSplitIsRefused() {
        AsyncEngine engine = DATABASES.empty(DatabaseKind.H2);
        for (String name : NAMES) {
            if (name.indexOf(';') >= 0) {
                assertThatThrownBy(
                                () -> all(engine, select(WORKS.title.as(name)).from(WORKS)))
                        .isInstanceOf(StatementException.class)
                        .hasMessageContaining("the end of the statement");
                assertThatThrownBy(
                                () -> all(engine, select(WORKS.meta.text(name)).from(WORKS)))
                        .isInstanceOf(StatementException.class)
                        .hasMessageContaining("the end of the statement");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void tablesColumnsAndLabelsKeepTheirNames(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        for (String name : names(kind)) {
            Hostile table = new Hostile(Table.Name.of(name), name);
            MetaData schema = MetaData.of(table);
            await(engine.createAll(schema));
            execute(engine, insertInto(table).set(table.named, name));
            Hostile alias = table.as(name + "2");
            assertThat(all(
                            engine,
                            select(table.named.as(name))
                                    .from(table)
                                    .join(alias, alias.named.eq(table.named))
                                    .where(table.named.eq(name), table.id.gt(0))))
                    .as(name)
                    .containsExactly(name);
            await(engine.dropAll(schema));
        }
        assertThat(all(engine, select(value(1)).from(WORKS))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void keysOfJsonAreKeys(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        for (String name : names(kind)) {
            String key = name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            execute(
                    engine,
                    insertInto(WORKS)
                            .set(WORKS.title, name)
                            .set(WORKS.meta, "{\"" + key + "\": {\"" + key + "\": 7}}"));
            if (kind == DatabaseKind.MARIADB && name.startsWith("-")) {
                assertThatThrownBy(
                                () -> all(engine, select(WORKS.meta.text(name)).from(WORKS)))
                        .isInstanceOf(StatementException.class)
                        .hasMessageContaining("minus");
                continue;
            }
            assertThat(all(
                            engine,
                            select(WORKS.meta.number(Types.INTEGER, name, name))
                                    .from(WORKS)
                                    .where(WORKS.title.eq(name))))
                    .as(name)
                    .containsExactly(7);
        }
    }
}
