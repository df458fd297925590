package io.fluxalchemy.security;

import static io.fluxalchemy.security.Canary.await;
import static io.fluxalchemy.security.Vault.VAULT;
import static io.fluxalchemy.sql.Sql.cte;
import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.compiler.SqlPrinter;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.Generation.Sequence;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.DerivedTable;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.Sql;
import io.fluxalchemy.sql.SqlRow;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.sql.TextExpression;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Generated hostile strings at every place of a statement that takes a string, many in each statement, on PostgreSQL. The build has
 * some thousands of each; {@code -Dfluxalchemy.hostilePlaces=100000} has a hundred thousand.
 */
class HostilePlacesIT {

    @RegisterExtension
    static final Canary CANARY = new Canary();

    private static final int COUNT = Integer.getInteger("fluxalchemy.hostilePlaces", 2_000);
    private static final long SEED = Long.getLong("fluxalchemy.seed", 20261121L);

    private static AsyncEngine engine() {
        return CANARY.engine(DatabaseKind.POSTGRESQL);
    }

    @AfterEach
    void theCanaryLives() {
        CANARY.lives(DatabaseKind.POSTGRESQL);
    }

    /** Hands out as many texts as there are to be, so many at once. */
    private static void each(int atOnce, Consumer<List<String>> check) {
        Random random = new Random(SEED);
        for (int done = 0; done < COUNT; done += atOnce) {
            check.accept(HostileStrings.generated(random, Math.min(atOnce, COUNT - done), 40));
        }
    }

    /** As {@link #each}, of different texts that may be names. */
    private static void eachName(int atOnce, Consumer<List<String>> check) {
        each(atOnce, texts -> check.accept(HostileStrings.namesOf(new LinkedHashSet<>(texts))));
    }

    @Test
    void labelsAreLabels() {
        eachName(1_000, names -> {
            List<Selectable<?>> items = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                items.add(value(i).as(names.get(i)));
            }
            SqlRow row = await(engine().one(select(items)));
            for (int i = 0; i < names.size(); i++) {
                assertThat(row.get(names.get(i), Integer.class))
                        .as(names.get(i))
                        .isEqualTo(i);
            }
        });
    }

    @Test
    void namesOfQueriesAndTheirColumnsAreNames() {
        eachName(100, names -> {
            DerivedTable last = null;
            for (String name : names) {
                var one = last == null
                        ? select(value(7).as(name))
                        : select(last.column(names.get(names.indexOf(name) - 1))
                                        .asNumber(Types.INTEGER)
                                        .as(name))
                                .from(last);
                last = cte(name, one);
            }
            assertThat(last).isNotNull();
            assertThat(await(engine().one(select(
                                    last.column(names.get(names.size() - 1)).asNumber(Types.INTEGER))
                            .from(last))))
                    .isEqualTo(7);
        });
    }

    @Test
    void namesOfSequencesAreNamesThoughTheyStandInALiteral() {
        eachName(1_000, names -> {
            List<Sequence> sequences = names.subList(0, Math.min(names.size(), 20)).stream()
                    .map(name -> new Sequence(TableName.of(name), 7, 1))
                    .toList();
            MetaData made = MetaData.of().with(sequences.toArray(new Sequence[0]));
            List<Selectable<?>> drawn = new ArrayList<>();
            sequences.forEach(sequence -> drawn.add(sequence.next()));
            SqlRow row = await(engine().transaction(c -> c.createAll(made)
                    .then(c.one(select(drawn)))
                    .flatMap(values -> c.dropAll(made).thenReturn(values))));
            for (int i = 0; i < drawn.size(); i++) {
                assertThat(row.get(i, Long.class)).as(names.get(i)).isEqualTo(7L);
            }
        });
    }

    @Test
    void keysOfAPathAreKeys() {
        eachName(500, keys -> {
            await(engine().execute(deleteFrom(VAULT).everyRow()));
            StringBuilder document = new StringBuilder("{");
            for (int i = 0; i < keys.size(); i++) {
                document.append(i == 0 ? "" : ", ")
                        .append(json(keys.get(i)))
                        .append(": {")
                        .append(json(keys.get(i)))
                        .append(": ")
                        .append(i)
                        .append("}");
            }
            await(engine().execute(insertInto(VAULT)
                    .set(VAULT.id, 1)
                    .set(VAULT.meta, document.append("}").toString())));
            List<Selectable<?>> items = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                items.add(VAULT.meta
                        .number(Types.INTEGER, keys.get(i), keys.get(i))
                        .as("k" + i));
            }
            SqlRow row = await(engine().one(select(items).from(VAULT)));
            for (int i = 0; i < keys.size(); i++) {
                assertThat(row.get("k" + i, Integer.class)).as(keys.get(i)).isEqualTo(i);
            }
        });
        await(engine().execute(deleteFrom(VAULT).everyRow()));
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            json.append(
                    c == '"' || c == '\\' ? "\\" + c : c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return json.append('"').toString();
    }

    @Test
    void patternsAreMadeOfText() {
        each(500, texts -> {
            List<Condition> all = new ArrayList<>();
            for (String text : texts) {
                TextExpression whole = value("<" + text + ">");
                all.add(whole.contains(text));
                all.add(whole.startsWith("<" + text));
                all.add(whole.endsWith(text + ">"));
                all.add(whole.contains(text + "!").not());
            }
            assertThat(await(engine().one(select(Sql.and(all.toArray(Condition[]::new))))))
                    .isTrue();
        });
    }

    @Test
    void literalsOfPrintedStatementsMeanTheText() {
        SqlPrinter printer = SqlPrinter.of(Dialects.byName("postgresql"));
        each(1_000, texts -> {
            List<Selectable<?>> items = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                items.add(value(texts.get(i)).as("t" + i));
            }
            SqlRow row = await(engine().one(sql(printer.inlined(select(items))).rows()));
            assertThat(IntStream.range(0, texts.size())
                            .mapToObj(i -> row.get("t" + i, String.class))
                            .toList())
                    .isEqualTo(texts);
        });
    }

    @Test
    void commentsOfColumnsAreTexts() {
        int[] made = {0};
        each(500, texts -> {
            Remarked remarked = new Remarked("remarked_" + made[0]++, texts);
            await(engine().createAll(MetaData.of(remarked)));
            List<String> found = await(engine().all(sql("select coalesce(col_description(attrelid, attnum), '') as said"
                            + " from pg_attribute where attrelid = to_regclass(:name) and attnum > 0 order by attnum")
                    .bind("name", remarked.qualifier())
                    .as(String.class)));
            assertThat(found).isEqualTo(texts);
            await(engine().dropAll(MetaData.of(remarked)));
        });
    }

    private static final class Remarked extends Table<Remarked> {

        Remarked(String name, List<String> comments) {
            super(Name.of(name), other -> {
                throw new UnsupportedOperationException();
            });
            for (int i = 0; i < comments.size(); i++) {
                integer("c" + i, comment(comments.get(i)));
            }
        }
    }

    @Test
    void namesOfTablesAndColumnsAreNames() {
        eachName(300, names -> {
            Odd odd = new Odd(names);
            await(engine().createAll(MetaData.of(odd)));
            await(engine().execute(insertInto(odd).set(odd.first, 5).set(odd.last, "x")));
            SqlRow row = await(engine().one(select(odd)));
            assertThat(row.get(odd.first)).isEqualTo(5);
            assertThat(row.get(odd.last)).isEqualTo("x");
            assertThat(await(engine().all(
                                    sql("select attname as name from pg_attribute where attrelid = (select oid from"
                                                    + " pg_class where relname = :name) and attnum > 0 order by attnum")
                                            .bind("name", names.get(0))
                                            .as(String.class))))
                    .isEqualTo(names);
            await(engine().dropAll(MetaData.of(odd)));
        });
    }

    private static final class Odd extends Table<Odd> {

        final NumericColumn<Integer> first;
        final TextColumn last;

        Odd(List<String> names) {
            super(Name.of(names.get(0)), other -> {
                throw new UnsupportedOperationException();
            });
            first = integer(names.get(0));
            for (String name : names.subList(1, names.size() - 1)) {
                integer(name);
            }
            last = text(names.get(names.size() - 1));
        }
    }

    @Test
    void remarksCursorsAndNamesOfParametersTakeNothing() {
        SqlPrinter printer = SqlPrinter.of(Dialects.byName("postgresql"));
        int before = CANARY.statements();
        each(1_000, texts -> {
            for (String text : texts) {
                String remarked = printer.sql(select(VAULT.id).from(VAULT).comment(text));
                int begin = remarked.indexOf("/* ");
                assertThat(remarked.substring(begin + 3))
                        .as(text)
                        .containsOnlyOnce("*/")
                        .doesNotContain("/*");
                assertThatThrownBy(() -> select(VAULT.id)
                                .from(VAULT)
                                .orderBy(VAULT.id.asc())
                                .limit(1)
                                .after(text)
                                .tree())
                        .as(text)
                        .isInstanceOf(StatementException.class);
                assertThatThrownBy(() -> sql("select :a").bind(text + "'", 1)).isInstanceOf(StatementException.class);
            }
        });
        assertThat(CANARY.statements()).isEqualTo(before);
    }
}
