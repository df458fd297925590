package io.fluxalchemy.security;

import static io.fluxalchemy.security.Canary.all;
import static io.fluxalchemy.security.Canary.await;
import static io.fluxalchemy.security.Canary.execute;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.dialect.Identifiers;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.DdlStatement;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.Sql;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points 2 and 16: names and labels of a hostile alphabet are made, used and dropped, or refused before anything is sent. */
class IdentifiersIT {

    @RegisterExtension
    static final Canary CANARY = new Canary();

    private static final class Named extends Table<Named> {

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final NumericColumn<Integer> column;

        Named(Name name, String column) {
            super(name, other -> new Named(other, column));
            this.column = integer(column);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void tablesAndColumnsOfAnyNameAreMadeUsedAndDropped(DatabaseKind kind) {
        AsyncEngine engine = CANARY.engine(kind);
        long seed = Long.getLong("fluxalchemy.seed", System.nanoTime());
        List<String> names = new ArrayList<>(HostileStrings.namesOf(HostileStrings.some(20)));
        names.addAll(HostileStrings.namesOf(HostileStrings.generated(new Random(seed), 25, 20)));
        int made = 0;
        for (String name : new LinkedHashSet<>(names)) {
            Named table = new Named(Table.Name.of(name), name + "c");
            MetaData schema = MetaData.of(table);
            try {
                await(engine.createAll(schema));
            } catch (StatementException refused) {
                assertThat(kind)
                        .as("seed " + seed + ": " + name + ": " + refused.getMessage())
                        .isNotEqualTo(DatabaseKind.POSTGRESQL);
                continue;
            } catch (io.fluxalchemy.error.DatabaseException e) {
                // MariaDB allows no space at the end of a name
                assertThat(kind).as("seed " + seed + ": " + name).isEqualTo(DatabaseKind.MARIADB);
                assertThat(name).matches("(?s).*\\s");
                continue;
            }
            execute(engine, insertInto(table).set(table.id, 1).set(table.column, 7));
            assertThat(all(engine, select(table.column).from(table).where(table.column.eq(7))))
                    .as("seed " + seed + ": " + name)
                    .containsExactly(7);
            await(engine.dropAll(schema));
            made++;
        }
        assertThat(made).isGreaterThan(20);
        CANARY.lives(kind);
    }

    @Test
    void labelsOfAnEnumerationAreLiterals() {
        AsyncEngine engine = CANARY.engine(DatabaseKind.POSTGRESQL);
        long seed = Long.getLong("fluxalchemy.seed", System.nanoTime());
        List<String> labels = new ArrayList<>(HostileStrings.namesOf(HostileStrings.corpus()));
        labels.addAll(HostileStrings.namesOf(HostileStrings.generated(new Random(seed), 300, 20)));
        List<String> distinct = List.copyOf(new LinkedHashSet<>(labels));
        String name = "x\"; drop table canary; --";
        var compiler = new io.fluxalchemy.compiler.SqlCompiler(engine.dialect(), 1);
        for (DdlStatement statement :
                List.of(new DdlStatement.DropEnum(name), new DdlStatement.CreateEnum(name, distinct, false))) {
            for (String text : compiler.ddl(List.of(statement))) {
                execute(engine, Sql.sql(text));
            }
        }
        assertThat(all(
                        engine,
                        Sql.sql("select enumlabel from pg_enum e join pg_type t on t.oid = e.enumtypid"
                                        + " where typname = \\:name order by enumsortorder".replace("\\:", ":"))
                                .bind("name", name)
                                .as(String.class)))
                .as("seed " + seed)
                .isEqualTo(distinct);
        CANARY.lives(DatabaseKind.POSTGRESQL);
    }

    /** Whatever a name holds: quoting ends where it began, and taking the quotes off gives the name. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2", "mariadb"})
    void quotingIsReversible(String dialect) {
        Identifiers identifiers = Dialects.byName(dialect).identifiers();
        char quote = dialect.equals("mariadb") ? '`' : '"';
        long seed = Long.getLong("fluxalchemy.seed", System.nanoTime());
        int quoted = 0;
        for (String name : HostileStrings.generated(new Random(seed), 20_000, 30)) {
            String text;
            try {
                text = identifiers.quoted(name);
            } catch (StatementException refused) {
                continue;
            }
            if (text.charAt(0) == quote) {
                String inner = text.substring(1, text.length() - 1);
                assertThat(text).endsWith(String.valueOf(quote));
                assertThat(inner.replace("" + quote + quote, "")).doesNotContain(String.valueOf(quote));
                assertThat(inner.replace("" + quote + quote, String.valueOf(quote)))
                        .as("seed " + seed)
                        .isEqualTo(name);
                quoted++;
            } else {
                assertThat(text).isEqualTo(name).matches("[a-z_][a-z_0-9]*");
            }
        }
        assertThat(quoted).isGreaterThan(3_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2", "mariadb"})
    void whatIsNoNameIsRefused(String dialect) {
        Identifiers identifiers = Dialects.byName(dialect).identifiers();
        for (String name : List.of(
                "",
                "a\0b",
                "\ud83d",
                "x\ude00y",
                "n".repeat(identifiers.maxLength() + 1),
                "é".repeat(identifiers.maxLength() / 2 + 1))) {
            assertThatThrownBy(() -> identifiers.quoted(name)).isInstanceOf(StatementException.class);
        }
    }
}
