package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.sql.SqlText;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The table {@code entry} that tests of transactions write into, what they run on it, and the outcomes they hear of. */
public final class Entries implements EngineListener {

    public static final Duration SOON = Duration.ofSeconds(60);

    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();

    @Override
    public void onTransaction(TransactionEvent event) {
        if (event.outcome() != null) {
            outcomes.add(event.outcome());
        }
    }

    public List<Outcome> outcomes() {
        return outcomes;
    }

    public static void recreate(AsyncEngine engine) {
        verify(engine.execute(sql("drop table if exists entry"))
                .then(engine.execute(sql("create table entry (id int primary key, n bigint not null default 0)"))));
    }

    public static SqlText insert(int id) {
        return sql("insert into entry (id) values (:id)").bind("id", id);
    }

    public static SqlText.Typed<Long> numbers(int n) {
        return sql("select g::bigint as g from generate_series(1, :n) g")
                .bind("n", n)
                .map(row -> row.get("g", Long.class));
    }

    public static SqlText.Typed<?> sleep(double seconds) {
        return sql("select pg_sleep(:s)::text as s").bind("s", seconds).rows();
    }

    public static SqlText.Typed<Integer> pid() {
        return sql("select pg_backend_pid() as pid").map(row -> row.get("pid", Integer.class));
    }

    public static SqlText.Typed<?> terminate(int pid) {
        return sql("select pg_terminate_backend(:pid) as b").bind("pid", pid).rows();
    }

    public static SqlText.Typed<String> setting(String name) {
        return sql("select current_setting(:name) as value")
                .bind("name", name)
                .map(row -> row.get("value", String.class));
    }

    public static Mono<Long> count(SqlExecutor executor) {
        return executor.one(sql("select count(*) as n from entry").map(row -> row.get("n", Long.class)));
    }

    public static List<Long> ids(AsyncEngine engine) {
        return engine.all(
                        sql("select id from entry order by id").map(row -> Long.valueOf(row.get("id", Integer.class))))
                .block(SOON);
    }

    public static void quiet(AsyncEngine engine) {
        verify(engine.pendingCleanup());
        assertThat(engine.pool().acquired()).isZero();
        assertThat(engine.pool().pending()).isZero();
    }

    public static void verify(Mono<?> mono) {
        StepVerifier.create(mono.then()).expectComplete().verify(SOON);
    }

    public static <T> void verifyNext(Mono<T> mono, T expected) {
        StepVerifier.create(mono).expectNext(expected).expectComplete().verify(SOON);
    }

    public static void verifyError(Mono<?> mono, Class<? extends Throwable> expected) {
        StepVerifier.create(mono).expectError(expected).verify(SOON);
    }

    public static void verifyRows(AsyncEngine engine, long expected) {
        verifyNext(count(engine), expected);
    }
}
