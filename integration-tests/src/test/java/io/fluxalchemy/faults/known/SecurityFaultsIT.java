package io.fluxalchemy.faults.known;

import static io.fluxalchemy.security.Canary.all;
import static io.fluxalchemy.security.Canary.await;
import static io.fluxalchemy.security.Canary.execute;
import static io.fluxalchemy.security.Vault.VAULT;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.dialects.postgresql.driver.PostgresqlDriverAdapter;
import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.mapping.session.AsyncSession;
import io.fluxalchemy.security.Canary;
import io.fluxalchemy.security.HostileStrings;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.SortKeys;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Group S of the known faults. The corpora behind S1, S5, S6 and S10 are in {@code io.fluxalchemy.security}. */
class SecurityFaultsIT {

    @RegisterExtension
    static final Canary CANARY = new Canary();

    private DatabaseKind kind = DatabaseKind.H2;

    @AfterEach
    void theCanaryLives() {
        CANARY.lives(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r2dbc:postgresql://app:s3cret^@localhost/shop",
                "r2dbc:postgresql://app:s3cret @localhost/shop",
                "r2dbc:postgresql://app:s3cret%@localhost/shop",
                "r2dbc:postgresql://app:12#s3cret@localhost/shop",
                "r2dbc:postgresql://app:12/s3cret@localhost/shop",
                "r2dbc:postgresql://s3cret/x@localhost/shop",
                "r2dbc:nodriver://app:s3cret@localhost/shop"
            })
    void S1_aBadUrlTellsNoPassword(String url) {
        assertThatThrownBy(() -> AsyncEngine.create(url))
                .satisfies(e -> assertThat(trace(e)).doesNotContain("s3cret"));
    }

    @Test
    void S2_thePasswordOfAKeyIsNotTold() {
        AsyncEngine engine = AsyncEngine.create(
                "r2dbc:postgresql://app:x@localhost:1/shop?sslPassword=s3cret&fluxalchemy.acquireTimeout=3000");
        try {
            assertThat(engine.toString()).doesNotContain("s3cret");
            assertThatThrownBy(() -> all(engine, select(value(1))))
                    .satisfies(e -> assertThat(trace(e)).doesNotContain("s3cret"));
        } finally {
            await(engine.close());
        }
    }

    /** Servers quote rows and values in what they say: "Key (id)=(…)", "invalid input syntax … \"…\"". */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void S3_anErrorDoesNotQuoteData(DatabaseKind database) {
        kind = database;
        AsyncEngine engine = CANARY.emptied(database);
        execute(engine, sql("drop table if exists keeper"));
        execute(
                engine,
                sql("create table keeper (a varchar(30), b integer, constraint keeper_a unique (a),"
                        + " constraint keeper_b check (b < 10))"));
        Command row = sql("insert into keeper (a, b) values (:a, 1)").bind("a", "s3cret-value");
        execute(engine, row);
        Stream<Command> refused = Stream.of(
                row,
                sql("insert into keeper (a, b) values (:a, :b)")
                        .bind("a", "s3cret-check")
                        .bind("b", 4_711),
                sql("insert into keeper (a, b) values ('x', cast(:b as decimal(3, 0)))")
                        .bind("b", 471_147),
                sql("insert into keeper (a) values (:a)").bind("a", "s3cret-too-long-".repeat(5)));
        refused.forEach(command -> assertThatThrownBy(() -> execute(engine, command))
                .isInstanceOf(DatabaseException.class)
                .satisfies(e -> assertThat(trace(e)).doesNotContain("s3cret-", "4711")));
        if (database == DatabaseKind.POSTGRESQL) {
            assertThatThrownBy(() -> all(
                            engine,
                            sql("select cast(cast(:a as text) as integer) as n")
                                    .bind("a", "s3cret-number")
                                    .as(Integer.class)))
                    .satisfies(e -> assertThat(trace(e)).doesNotContain("s3cret-"));
            assertThatThrownBy(() -> execute(engine, row)).isInstanceOfSatisfying(DatabaseException.class, e -> {
                assertThat(e.place().constraint()).isEqualTo("keeper_a");
                assertThat(e.place().table()).isEqualTo("keeper");
                assertThat(e.place().schema()).isEqualTo("public");
            });
        }
    }

    /** createSavepoint("a; drop table victim; commit; --") dropped the table; here nobody can say a name. */
    @Test
    void S4_savepointsAreNamedByTheEngine() {
        kind = DatabaseKind.POSTGRESQL;
        AsyncEngine engine = CANARY.engine(kind);
        for (Class<?> api : List.of(AsyncConnection.class, AsyncSession.class, AsyncEngine.class)) {
            for (Method method : api.getMethods()) {
                if (java.lang.reflect.Modifier.isStatic(method.getModifiers())) {
                    continue; // AsyncEngine.create takes a URL
                }
                assertThat(method.getParameterTypes()).as(method.toString()).doesNotContain(String.class);
            }
        }
        List<String> said = logged(() -> await(engine.transaction(c -> c.nested(
                        inner -> inner.nested(innermost -> innermost.one(select(value(1)))))
                .then(c.nested(inner -> Mono.error(new IllegalStateException("; drop table canary; --"))))
                .onErrorResume(e -> Mono.empty()))));
        assertThat(said)
                .anyMatch(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("savepoint "));
        assertThat(said)
                .filteredOn(line -> line.toLowerCase(java.util.Locale.ROOT).contains("savepoint"))
                .allMatch(line -> line.matches("(?i)(savepoint|release savepoint|rollback to savepoint) s\\d+ .*"));
    }

    @Test
    void S5_aSortOrderFromOutsideOnlyChooses() {
        SortKeys keys = SortKeys.of("id", VAULT.id);
        for (String text : HostileStrings.corpus()) {
            if (!text.isBlank()) {
                assertThatThrownBy(() -> keys.parse(text)).isInstanceOf(StatementException.class);
            }
        }
        assertThat(new SqlCompiler(Dialects.byName("h2"), 8)
                        .prepare(select(VAULT.id).from(VAULT).orderBy(keys.parse("-id")))
                        .text())
                .endsWith("order by id desc");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void S6_aJsonPathStepIsAKey(DatabaseKind database) {
        kind = database;
        AsyncEngine engine = CANARY.emptied(database);
        execute(engine, insertInto(VAULT).set(VAULT.id, 1).set(VAULT.meta, "{\"a\": {\"b'\": 7}, \"a.b'\": 8}"));
        assertThat(all(engine, select(VAULT.meta.text("a", "b'")).from(VAULT))).containsExactly("7");
        assertThat(all(engine, select(VAULT.meta.text("a.b'")).from(VAULT))).containsExactly("8");
        for (String step : List.of("' or '1'='1", "$", "*", "$.a", "a' #> '{}", "[*]", "last", "**")) {
            assertThat(all(engine, select(VAULT.meta.text(step)).from(VAULT)))
                    .as(step)
                    .containsExactly((String) null);
        }
    }

    /** x like contains(s) if and only if s is somewhere in x. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void S7_partsOfATextAreFoundIfAndOnlyIfTheyAreThere(DatabaseKind database) {
        kind = database;
        AsyncEngine engine = CANARY.emptied(database);
        long seed = Long.getLong("fluxalchemy.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> texts =
                Stream.generate(() -> text(random, 8)).distinct().limit(150).toList();
        execute(
                engine,
                insertInto(VAULT)
                        .rows(java.util.stream.IntStream.range(0, texts.size())
                                .boxed()
                                .toList())
                        .set(VAULT.id, i -> i)
                        .set(VAULT.content, texts::get));
        for (int i = 0; i < 150; i++) {
            String part = text(random, 3);
            assertThat(all(engine, select(VAULT.content).from(VAULT).where(VAULT.content.contains(part))))
                    .as("contains '" + part + "', seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(
                            texts.stream().filter(t -> t.contains(part)).toList());
            assertThat(all(engine, select(VAULT.content).from(VAULT).where(VAULT.content.startsWith(part))))
                    .as("startsWith '" + part + "', seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(
                            texts.stream().filter(t -> t.startsWith(part)).toList());
            assertThat(all(engine, select(VAULT.content).from(VAULT).where(VAULT.content.endsWith(part))))
                    .as("endsWith '" + part + "', seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(
                            texts.stream().filter(t -> t.endsWith(part)).toList());
        }
    }

    private static String text(Random random, int longest) {
        String alphabet = "a%_\\b[]'";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** A negative number behind a minus once began a comment; values are bound, so the text is the same for all of them. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2", "mariadb"})
    void S8_theTextDoesNotDependOnTheValues(String name) {
        Dialect dialect = Dialects.byName(name);
        String expected = null;
        for (String text : HostileStrings.corpus()) {
            int number = text.hashCode() % 1_000 - 500;
            Select<Integer> query = select(VAULT.id.minus(number).plus(-1))
                    .from(VAULT)
                    .where(
                            VAULT.content.eq(text),
                            VAULT.content.contains(text),
                            VAULT.content.concat(text).ne(text),
                            VAULT.id.in(List.of(number, -number)),
                            VAULT.id.between(number, number + 1))
                    .limit(5);
            String sql = new SqlCompiler(dialect, 1).prepare(query).text();
            expected = expected == null ? sql : expected;
            assertThat(sql).isEqualTo(expected).doesNotContain("--");
            assertThat(new SqlCompiler(dialect, 1)
                            .prepare(insertInto(VAULT).set(VAULT.id, number).set(VAULT.content, text))
                            .text())
                    .doesNotContain("'", "--");
        }
    }

    /** Two tenants on one connection, row level security: a tenant set for a transaction ends with it, also on error and cancel. */
    @Test
    void S9_aTenantEndsWithItsTransaction() {
        kind = DatabaseKind.POSTGRESQL;
        AsyncEngine admin = CANARY.engine(kind);
        for (String text : List.of(
                "drop table if exists holding",
                "create table holding (tenant text not null, content text)",
                "insert into holding select 't' || (n % 2), 'c' || n from generate_series(1, 100) as n",
                "alter table holding enable row level security",
                "create policy own on holding using (tenant = current_setting('app.tenant', true))",
                "do $$ begin create role tenant_reader nologin; exception when duplicate_object then null; end $$",
                "grant select on holding to tenant_reader")) {
            execute(admin, sql(text.replace(":", "\\:")));
        }
        AsyncEngine one = AsyncEngine.builder().url(CANARY.url(kind)).maxSize(1).build();
        try {
            Random random = new Random(7);
            for (int i = 0; i < 300; i++) {
                String tenant = "t" + random.nextInt(2);
                Mono<List<String>> rows = one.transaction(c -> c.execute(sql("set local role tenant_reader"))
                        .then(c.one(sql("select set_config('app.tenant', :t, true) as t")
                                .bind("t", tenant)
                                .as(String.class)))
                        .then(c.all(sql("select distinct tenant from holding").as(String.class)))
                        .flatMap(found -> random.nextInt(4) == 0
                                ? Mono.error(new IllegalStateException("changed my mind"))
                                : Mono.just(found)));
                List<String> found = random.nextInt(4) == 0
                        ? rows.timeout(Duration.ofMillis(random.nextInt(4)))
                                .onErrorResume(e -> Mono.just(List.of(tenant)))
                                .block(Canary.PATIENCE)
                        : rows.onErrorResume(IllegalStateException.class, e -> Mono.just(List.of(tenant)))
                                .block(Canary.PATIENCE);
                assertThat(found).containsExactly(tenant);
                assertThat(await(one.one(
                                sql("select coalesce(current_setting('app.tenant', true), '') || current_user as who")
                                        .as(String.class))))
                        .as("what the next borrower is")
                        .doesNotContain("t0", "t1", "tenant_reader");
            }
        } finally {
            await(one.close());
        }
    }

    /** The handshake itself is in {@code TlsIT}; bytes injected before it are the driver's to refuse, from the version asked for on. */
    @Test
    void S10_theDriverIsNewEnoughToRefuseWhatComesBeforeTls() {
        assertThat(new PostgresqlDriverAdapter().warning()).isEmpty();
    }

    private static List<String> logged(Runnable work) {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger("io.fluxalchemy.SQL");
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }
        return Flux.fromIterable(List.copyOf(lines.list))
                .map(ILoggingEvent::getFormattedMessage)
                .collectList()
                .block();
    }

    private static String trace(Throwable error) {
        StringWriter everything = new StringWriter();
        error.printStackTrace(new PrintWriter(everything));
        return everything + Arrays.toString(error.getSuppressed());
    }
}
