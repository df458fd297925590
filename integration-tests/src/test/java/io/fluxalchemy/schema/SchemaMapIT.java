package io.fluxalchemy.schema;

import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.schema.tenants.Memo_.MEMO;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.exists;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.mapping.session.CoalescedFinds;
import io.fluxalchemy.schema.tenants.Memo;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tenants with a schema each: the tables are written once, and each scope says whose they are. */
class SchemaMapIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NORTH = "schema_map_north";
    private static final String SOUTH = "Schema Map: \"South\" `S`";
    private static final TransactionOptions IN_NORTH = in(NORTH);
    private static final TransactionOptions IN_SOUTH = in(SOUTH);

    private static final Map<DatabaseKind, TestDatabase> DATABASES = new EnumMap<>(DatabaseKind.class);
    private static final Map<DatabaseKind, AsyncEngine> ENGINES = new EnumMap<>(DatabaseKind.class);
    private static final Map<DatabaseKind, AsyncSessionFactory> SESSIONS = new EnumMap<>(DatabaseKind.class);

    private static TransactionOptions in(String schema) {
        return TransactionOptions.defaults().schemas(SchemaMap.of("tenant", schema));
    }

    private static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }

    /** Two schemas with an empty table each; the engine's own map leads to neither. */
    private static AsyncEngine engine(DatabaseKind kind) {
        AsyncEngine engine = ENGINES.computeIfAbsent(kind, each -> {
            TestDatabase database = TestDatabase.of(each);
            DATABASES.put(each, database);
            AsyncEngine made = AsyncEngine.builder()
                    .url(database.url())
                    .maxSize(3)
                    .schemas(SchemaMap.of("tenant", "schema_map_nobody"))
                    .build();
            SESSIONS.put(each, AsyncSessionFactory.of(made, Memo.class));
            for (String schema : List.of(NORTH, SOUTH)) {
                await(made.execute(
                        sql("create schema " + made.dialect().identifiers().quoted(schema))));
                await(made.createAll(SESSIONS.get(each).metaData(), SchemaMap.of("tenant", schema)));
            }
            return made;
        });
        for (TransactionOptions options : List.of(IN_NORTH, IN_SOUTH)) {
            await(engine.transaction(
                    options,
                    c -> c.execute(deleteFrom(MEMO).where(MEMO.questionId.isNotNull()))
                            .then(c.execute(deleteFrom(MEMO).everyRow()))));
        }
        return engine;
    }

    @AfterAll
    static void close() {
        ENGINES.forEach((kind, engine) -> {
            for (String schema : List.of(NORTH, SOUTH)) {
                await(engine.dropAll(SESSIONS.get(kind).metaData(), SchemaMap.of("tenant", schema)));
                await(engine.execute(
                        sql("drop schema " + engine.dialect().identifiers().quoted(schema))));
            }
            await(engine.close());
        });
        DATABASES.values().forEach(TestDatabase::close);
    }

    private static Mono<Long> memos(SqlExecutor executor) {
        return executor.one(select(count(MEMO.id)).from(MEMO));
    }

    private static Long memos(AsyncEngine engine, TransactionOptions tenant) {
        return await(engine.read(tenant, c -> memos(c)));
    }

    private static List<String> texts(AsyncEngine engine, TransactionOptions tenant) {
        return await(engine.read(tenant, c -> c.all(select(MEMO.text).from(MEMO).orderBy(MEMO.text.asc()))));
    }

    private static Memo answered(String text, int answers) {
        Memo memo = new Memo(text);
        for (int i = 0; i < answers; i++) {
            Memo answer = new Memo(text + " " + i);
            answer.question = memo;
            memo.answers.add(answer);
        }
        return memo;
    }

    private static void store(AsyncSessionFactory sessions, TransactionOptions tenant, Memo memo) {
        await(sessions.transaction(tenant, s -> s.persist(memo)));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void findsOfTwoTenantsNeverShareAStatement(DatabaseKind kind) {
        engine(kind);
        AsyncSessionFactory sessions = SESSIONS.get(kind);
        Memo north = new Memo("north");
        Memo south = new Memo("south");
        store(sessions, IN_NORTH, north);
        store(sessions, IN_SOUTH, south);
        CoalescedFinds<Memo, Long> inNorth = sessions.coalescedFinds(IN_NORTH, MEMO);
        CoalescedFinds<Memo, Long> inSouth = sessions.coalescedFinds(IN_SOUTH.isolation(Isolation.SERIALIZABLE), MEMO);
        List<String> found = await(Flux.range(0, 100)
                .flatMapSequential(
                        i -> inNorth.get(north.id)
                                .mergeWith(inSouth.get(south.id))
                                .map(memo -> memo.text),
                        100)
                .collectList());
        assertThat(found).hasSize(200).containsOnly("north", "south");
        assertThat(found.stream().filter("north"::equals)).hasSize(100);
        // inside a scope of another tenant they are refused, as a session would be
        assertThatThrownBy(() -> await(sessions.read(IN_SOUTH, s -> inNorth.get(north.id))))
                .isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void sessionsWriteAndLoadInTheSchemaOfTheirScope(DatabaseKind kind) {
        AsyncEngine engine = engine(kind);
        AsyncSessionFactory sessions = SESSIONS.get(kind);
        store(sessions, IN_NORTH, answered("north", 3));
        store(sessions, IN_SOUTH, answered("south", 1));
        assertThat(memos(engine, IN_NORTH)).isEqualTo(4);
        assertThat(memos(engine, IN_SOUTH)).isEqualTo(2);
        await(sessions.transaction(
                IN_NORTH,
                s -> s.one(select(MEMO).where(MEMO.question.isNull()).options(selectin(MEMO.answers)))
                        .doOnNext(memo -> {
                            assertThat(memo.answers)
                                    .hasSize(3)
                                    .allSatisfy(each -> assertThat(each.text).startsWith("north"));
                            memo.text = "changed";
                            memo.answers.forEach(each -> each.text = "changed too");
                            s.delete(memo.answers.get(0));
                        })));
        assertThat(texts(engine, IN_NORTH)).containsExactly("changed", "changed too", "changed too");
        assertThat(texts(engine, IN_SOUTH)).containsExactly("south", "south 0");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyKindOfStatementIsWhereItsScopeIsAndIsCompiledOnce(DatabaseKind kind) {
        AsyncEngine engine = engine(kind);
        long before = 0;
        for (TransactionOptions tenant : List.of(IN_NORTH, IN_SOUTH)) {
            await(engine.transaction(tenant, c -> everything(c)));
            long compiled = engine.compiledStatements().compiled();
            if (before > 0) {
                assertThat(compiled).isEqualTo(before);
            }
            before = compiled;
        }
        Long both = await(engine.read(
                IN_SOUTH, c -> memos(c).zipWith(memos(c.in(SchemaMap.of("tenant", NORTH))), Long::sum)));
        assertThat(both).isEqualTo(8);
    }

    private static Mono<Void> everything(AsyncConnection c) {
        Batch.Insert rows = new Batch.Insert(
                MEMO,
                List.of(MEMO.text, MEMO.version),
                List.of(new Object[] {"a", 0}, new Object[] {"b", 0}, new Object[] {"c", 0}),
                List.of(MEMO.id));
        var inner = MEMO.as("inner_memo");
        return c.write(rows)
                .flatMap(written -> c.write(new Batch.Update(
                        MEMO,
                        List.of(MEMO.id, MEMO.text),
                        1,
                        written.rows().stream()
                                .map(row -> new Object[] {row[0], "changed"})
                                .toList())))
                .then(c.one(insertInto(MEMO)
                        .set(MEMO.text, "one")
                        .set(MEMO.version, 0)
                        .returning(MEMO.id)))
                .then(c.execute(insertInto(MEMO)
                        .select(
                                select(MEMO.text, MEMO.version).from(MEMO).where(MEMO.text.eq("one")),
                                MEMO.text,
                                MEMO.version)))
                .then(c.execute(update(MEMO).set(MEMO.text, "seen").where(MEMO.text.eq("one"), MEMO.version.eq(0))))
                .then(c.all(select(MEMO.text)
                        .from(MEMO)
                        .where(exists(select(inner.id).from(inner).where(inner.id.eq(MEMO.id))))))
                .doOnNext(texts ->
                        assertThat(texts).containsExactlyInAnyOrder("changed", "changed", "changed", "seen", "seen"))
                .then(c.windows(select(MEMO.id).from(MEMO), 2).collectList())
                .doOnNext(windows -> assertThat(windows).hasSize(3))
                .then(c.nested(
                        inside -> inside.exists(select(MEMO.id).from(MEMO).where(MEMO.text.eq("seen")))))
                .doOnNext(found -> assertThat(found).isTrue())
                .then(c.exclusively(alone -> alone.execute(deleteFrom(MEMO).where(MEMO.text.eq("seen")))))
                .then(c.stream(select(MEMO.text).from(MEMO)).collectList())
                .doOnNext(left -> assertThat(left).hasSize(3))
                .then(c.execute(insertInto(MEMO).set(MEMO.text, "last").set(MEMO.version, 1)))
                .then();
    }

    @Test
    void aBulkLoadGoesThereToo() {
        AsyncEngine engine = engine(DatabaseKind.POSTGRESQL);
        await(engine.transaction(
                IN_SOUTH,
                c -> c.copy(new Batch.Insert(
                        MEMO,
                        List.of(MEMO.text, MEMO.version),
                        List.of(new Object[] {"a", 0}, new Object[] {"b", 0}),
                        List.of(MEMO.id)))));
        assertThat(memos(engine, IN_SOUTH)).isEqualTo(2);
        assertThat(memos(engine, IN_NORTH)).isZero();
    }

    @Test
    void aScopeWithinAScopeIsInItsSchemasUnlessItSaysOthers() {
        AsyncEngine engine = engine(DatabaseKind.H2);
        AsyncSessionFactory sessions = SESSIONS.get(DatabaseKind.H2);
        store(sessions, IN_NORTH, answered("north", 1));
        Long sum = await(engine.transaction(
                IN_NORTH,
                c -> engine.requiresNew(own -> memos(own))
                        .zipWith(engine.read(joined -> memos(joined)), Long::sum)
                        .zipWith(memos(engine), Long::sum)
                        .zipWith(engine.read(IN_SOUTH, south -> memos(south)), Long::sum)));
        assertThat(sum).isEqualTo(6);
        Long inSession = await(sessions.transaction(IN_NORTH, s -> sessions.read(inner -> memos(inner))));
        assertThat(inSession).isEqualTo(2);
        assertThatThrownBy(() ->
                        await(sessions.transaction(IN_NORTH, s -> sessions.read(IN_SOUTH, inner -> memos(inner)))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("requiresNew");
    }

    @Test
    void aSchemaThatNothingStandsForIsAnErrorBeforeAnythingIsSent() {
        AsyncEngine engine = engine(DatabaseKind.H2);
        assertThatThrownBy(() -> await(memos(engine))).hasMessageContaining("does not exist");
        TransactionOptions typo = TransactionOptions.defaults().schemas(SchemaMap.of("tennant", NORTH));
        AsyncEngine plain = AsyncEngine.create(DATABASES.get(DatabaseKind.H2).url());
        try {
            assertThatThrownBy(() -> await(plain.read(typo, c -> memos(c))))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("'tenant'")
                    .hasMessageContaining("[tennant]");
        } finally {
            await(plain.close());
        }
    }

    @Test
    void tablesOfNoSchemaHaveOneToo() {
        SchemaMap map = SchemaMap.unnamed("main").and("tenant", NORTH).with(SchemaMap.unnamed("other"));
        assertThat(map.actual((String) null)).isEqualTo("other");
        assertThat(map.actual("tenant")).isEqualTo(NORTH);
        assertThat(SchemaMap.unnamed("main").actual("zoo")).isEqualTo("zoo");
        assertThat(SchemaMap.NONE.actual((String) null)).isNull();
    }
}
