package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.DeadlockException;
import io.fluxalchemy.error.TransactionAbortedException;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.publisher.Sinks;

/** A transaction that the server has ended by an error, which its body keeps to itself. */
class EndedTransactionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"POSTGRESQL", "MARIADB"})
    void aDeadlockThatIsKeptSilentStoresNothingOfItsTransaction(DatabaseKind kind) {
        deadlock(kind, false);
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseKind.class, names = "MARIADB")
    void neitherDoesOneInASavepointThatIsGoneToo(DatabaseKind kind) {
        deadlock(kind, true);
    }

    private static void deadlock(DatabaseKind kind, boolean inSavepoint) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            await(engine.execute(sql("create table ended (id int primary key, who int)")));
            await(engine.execute(sql("insert into ended values (1, 0), (2, 0)")));
            Sinks.Empty<Void> firstHolds = Sinks.empty();
            Sinks.Empty<Void> secondHolds = Sinks.empty();
            List<Signal<Long>> ends = await(Mono.zip(
                    crossing(engine, 1, 2, firstHolds, secondHolds, inSavepoint).materialize(),
                    crossing(engine, 2, 1, secondHolds, firstHolds, inSavepoint).materialize(),
                    List::of));
            int survivor = ends.get(0).hasValue() ? 1 : 2;
            assertThat(ends.get(survivor - 1).hasValue()).isTrue();
            assertThat(ends.get(2 - survivor).getThrowable())
                    .isInstanceOfSatisfying(
                            TransactionAbortedException.class,
                            aborted -> assertThat(aborted.origin()).isInstanceOf(DeadlockException.class));
            assertThat(await(engine.all(sql("select who from ended order by id").as(Integer.class))))
                    .containsExactly(survivor, survivor, survivor);
            await(engine.execute(sql("drop table ended")));
            await(engine.close());
        }
    }

    /** Takes one row, then the one the other holds; goes on whatever comes of it. */
    private static Mono<Long> crossing(
            AsyncEngine engine,
            int own,
            int other,
            Sinks.Empty<Void> holds,
            Sinks.Empty<Void> held,
            boolean inSavepoint) {
        return engine.transaction(c -> c.execute(take(own, own))
                .doOnSuccess(done -> holds.tryEmitEmpty())
                .then(held.asMono())
                .then(Mono.defer(() -> inSavepoint
                        ? c.nested(inside -> inside.execute(take(other, own)))
                        : c.execute(take(other, own))))
                .onErrorResume(DeadlockException.class, e -> Mono.just(0L))
                .then(Mono.defer(() -> c.execute(sql("insert into ended values (:id, :who)")
                        .bind("id", 10 + own)
                        .bind("who", own))))
                .onErrorResume(TransactionAbortedException.class, e -> Mono.just(0L)));
    }

    private static Command take(int row, int who) {
        return sql("update ended set who = :who where id = :id")
                .bind("who", who)
                .bind("id", row);
    }
}
