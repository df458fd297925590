package io.fluxalchemy.security;

import static io.fluxalchemy.security.Canary.all;
import static io.fluxalchemy.security.Canary.await;
import static io.fluxalchemy.security.Canary.execute;
import static io.fluxalchemy.security.Vault.VAULT;
import static io.fluxalchemy.sql.Sql.call;
import static io.fluxalchemy.sql.Sql.cte;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.DerivedTable;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.SortKeys;
import io.fluxalchemy.sql.TextExpression;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Point 4: hostile strings in every place that takes one. A string is found or stored exactly, or refused before anything is sent;
 * it never becomes SQL, adds no statement and the canary lives.
 */
class InjectionCorpusIT {

    @RegisterExtension
    static final Canary CANARY = new Canary();

    private static final List<String> CORPUS = HostileStrings.corpus();
    private static final int BATCH = 5_000;

    private DatabaseKind kind = DatabaseKind.H2;

    @AfterEach
    void theCanaryLives() {
        CANARY.lives(kind);
    }

    @Test
    void theCorpusHasFiveHundredStrings() {
        assertThat(CORPUS).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aValueIsStoredAndFoundExactly(DatabaseKind database) {
        AsyncEngine engine = filled(database);
        int before = CANARY.statements();
        for (int i = 0; i < CORPUS.size(); i++) {
            String text = CORPUS.get(i);
            assertThat(all(engine, select(VAULT.content).from(VAULT).where(VAULT.id.eq(i), VAULT.content.eq(text))))
                    .as(text)
                    .containsExactly(text);
        }
        assertThat(CANARY.statements() - before).isEqualTo(CORPUS.size());
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aListOfValuesIsAListOfValues(DatabaseKind database) {
        AsyncEngine engine = filled(database);
        assertThat(all(engine, select(VAULT.content).from(VAULT).where(VAULT.content.in(CORPUS))))
                .containsExactlyInAnyOrderElementsOf(CORPUS);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void partsOfATextAreLookedForAsTheyAre(DatabaseKind database) {
        AsyncEngine engine = filled(database);
        for (int i = 0; i < CORPUS.size(); i++) {
            String text = CORPUS.get(i);
            TextExpression content = VAULT.content;
            assertThat(all(
                            engine,
                            select(VAULT.id)
                                    .from(VAULT)
                                    .where(
                                            VAULT.id.eq(i),
                                            content.contains(text),
                                            content.startsWith(text),
                                            content.endsWith(text))))
                    .as(text)
                    .containsExactly(i);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPatternOfTheCallersIsAPatternAndNoSql(DatabaseKind database) {
        AsyncEngine engine = filled(database);
        for (String text : CORPUS) {
            try {
                await(engine.count(select(VAULT.id).from(VAULT).where(VAULT.content.like(text))));
            } catch (DatabaseException e) {
                // a pattern that ends in its escape character, or escapes what needs none
                assertThat(text).contains("\\");
                assertThat(e.sqlState()).startsWith("22");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aliasesAndNamesOfQueriesAreNames(DatabaseKind database) {
        AsyncEngine engine = filled(database);
        for (String name : HostileStrings.namesOf(CORPUS)) {
            unlessRefused(name, () -> {
                assertThat(all(engine, select(value(7).as(name)))).as(name).containsExactly(7);
                DerivedTable named = cte(name, select(VAULT.id).from(VAULT).where(VAULT.id.eq(3)));
                assertThat(all(engine, select(named.column(VAULT.id)).from(named)))
                        .as(name)
                        .containsExactly(3);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void keysOfAJsonPathAreKeys(DatabaseKind database) {
        AsyncEngine engine = CANARY.emptied(database);
        kind = database;
        List<String> keys = CORPUS.stream()
                .filter(key -> key.length() < 100 && key.chars().allMatch(c -> c >= ' '))
                .toList();
        Map<String, Integer> ids = new HashMap<>();
        for (String key : keys) {
            ids.put(key, ids.size());
        }
        execute(
                engine,
                insertInto(VAULT)
                        .rows(keys)
                        .set(VAULT.id, ids::get)
                        .set(VAULT.meta, key -> "{\"" + escaped(key) + "\": {\"" + escaped(key) + "\": 7}}"));
        for (String key : keys) {
            unlessRefused(
                    key,
                    () -> assertThat(all(
                                    engine,
                                    select(VAULT.meta.number(Types.INTEGER, key, key))
                                            .from(VAULT)
                                            .where(VAULT.id.eq(ids.get(key)))))
                            .as(key)
                            .containsExactly(7));
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aSchemaIsANameAndNotFound(DatabaseKind database) {
        AsyncEngine engine = CANARY.engine(database);
        kind = database;
        for (String name : HostileStrings.namesOf(CORPUS)) {
            Elsewhere elsewhere = new Elsewhere(Table.Name.of(name, "canary"));
            assertThatThrownBy(() -> all(engine, select(elsewhere.id).from(elsewhere)))
                    .as(name)
                    .satisfiesAnyOf(
                            e -> assertThat(e).isInstanceOf(DatabaseException.class),
                            e -> assertThat(e).isInstanceOf(StatementException.class));
        }
    }

    private static final class Elsewhere extends Table<Elsewhere> {

        final NumericColumn<Integer> id = integer("id", primaryKey());

        private Elsewhere(Name name) {
            super(name, Elsewhere::new);
        }
    }

    @Test
    void sortOrdersCursorsCallsAndParameterNamesTakeNothingFromOutside() {
        SortKeys keys = SortKeys.of("id", VAULT.id).and("content", VAULT.content);
        int before = CANARY.statements();
        for (String text : CORPUS) {
            if (!text.isBlank()) {
                assertThatThrownBy(() -> keys.parse(text)).as(text).isInstanceOf(StatementException.class);
            }
            assertThatThrownBy(() -> select(VAULT.id)
                            .from(VAULT)
                            .orderBy(VAULT.id.asc())
                            .limit(1)
                            .after(text)
                            .tree())
                    .as(text)
                    .isInstanceOf(StatementException.class);
            assertThatThrownBy(() -> sql("select :a").bind(text, 1)).as(text).isInstanceOf(StatementException.class);
            if (!text.matches("[A-Za-z_][A-Za-z0-9_$]*")) {
                assertThatThrownBy(() -> call(text)).as(text).isInstanceOf(StatementException.class);
            }
        }
        assertThat(CANARY.statements()).isEqualTo(before);
    }

    @Test
    void anApplicationNameIsASettingOfTheConnectionAndNoSql() {
        kind = DatabaseKind.POSTGRESQL;
        String url = CANARY.url(kind);
        for (String text : HostileStrings.namesOf(HostileStrings.some(12))) {
            String encoded = java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
                    .replace("+", "%20");
            AsyncEngine named = AsyncEngine.create(
                    url + (url.contains("?") ? "&" : "?") + "applicationName=" + encoded + "&fluxalchemy.maxSize=1");
            try {
                String shown = await(named.one(sql("select current_setting('application_name') as name")
                        .as(String.class)));
                // the server replaces what is no printable ASCII
                assertThat(shown).as(text).isEqualTo(ascii(text));
            } finally {
                await(named.close());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void generatedTextsComeBackAsTheyWere(DatabaseKind database) {
        AsyncEngine engine = CANARY.emptied(database);
        kind = database;
        long seed = Long.getLong("fluxalchemy.seed", System.nanoTime());
        int count = Integer.getInteger("fluxalchemy.hostile", 100_000) / (database == DatabaseKind.POSTGRESQL ? 1 : 5);
        System.out.println("hostile texts on " + database + ": " + count + ", -Dfluxalchemy.seed=" + seed);
        Random random = new Random(seed);
        int before = CANARY.statements();
        for (int first = 0; first < count; first += BATCH) {
            List<String> texts = HostileStrings.generated(random, BATCH, 40);
            execute(
                    engine,
                    insertInto(VAULT)
                            .rows(IntStream.range(0, texts.size()).boxed().toList())
                            .set(VAULT.id, i -> i)
                            .set(VAULT.content, texts::get));
            List<String> stored = new ArrayList<>(
                    all(engine, select(VAULT.content).from(VAULT).orderBy(VAULT.id.asc())));
            assertThat(stored).as("seed " + seed).isEqualTo(texts);
            execute(engine, io.fluxalchemy.sql.Sql.deleteFrom(VAULT).everyRow());
        }
        assertThat(CANARY.statements() - before).as("statements, seed " + seed).isLessThan(count / BATCH * 10);
    }

    private AsyncEngine filled(DatabaseKind database) {
        kind = database;
        AsyncEngine engine = CANARY.emptied(database);
        execute(
                engine,
                insertInto(VAULT)
                        .rows(IntStream.range(0, CORPUS.size()).boxed().toList())
                        .set(VAULT.id, i -> i)
                        .set(VAULT.content, CORPUS::get));
        return engine;
    }

    /** A refusal comes before anything is sent, and says which character is in the way. */
    private void unlessRefused(String text, Runnable check) {
        int before = CANARY.statements();
        try {
            check.run();
        } catch (StatementException refused) {
            assertThat(kind).as(text + ": " + refused.getMessage()).isNotEqualTo(DatabaseKind.POSTGRESQL);
            assertThat(CANARY.statements()).as(text).isEqualTo(before);
        }
    }

    private static String escaped(String key) {
        return key.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String ascii(String text) {
        StringBuilder shown = new StringBuilder();
        for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            shown.append(b >= ' ' && b < 0x7f ? String.valueOf((char) b) : String.format("\\x%02x", b & 0xff));
        }
        return shown.length() > 63 ? shown.substring(0, 63) : shown.toString();
    }
}
