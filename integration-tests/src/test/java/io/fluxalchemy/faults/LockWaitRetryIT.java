package io.fluxalchemy.faults;

import static io.fluxalchemy.engine.Entries.SOON;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.SqlExecutor;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.LockTimeoutException;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** MariaDB ends a wait for a lock with 1205 and undoes that statement only: what is run again is the whole transaction. */
class LockWaitRetryIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.mariadb();

    @Test
    void aTransactionThatWaitedTooLongForALockIsRunAgainFromItsBeginning() {
        AsyncEngine engine =
                AsyncEngine.builder().url(DATABASE.url()).maxSize(2).build();
        verify(engine.execute(sql("create table account (id int primary key, v int not null)"))
                .then(engine.execute(sql("create table audit (n int)")))
                .then(engine.execute(sql("insert into account values (1, 0)"))));
        Sinks.Empty<Void> locked = Sinks.empty();
        Sinks.Empty<Void> release = Sinks.empty();
        AtomicInteger waits = new AtomicInteger();
        Mono<Long> holder = engine.transaction(
                c -> add(c).doOnNext(n -> locked.tryEmitEmpty()).delayUntil(n -> release.asMono()));
        Mono<Long> contender = locked.asMono()
                .then(engine.transaction(
                        TransactionOptions.defaults()
                                .lockTimeout(Duration.ofSeconds(1))
                                .retry(3),
                        c -> c.execute(sql("insert into audit values (1)"))
                                .then(add(c))
                                .doOnError(LockTimeoutException.class, e -> {
                                    waits.incrementAndGet();
                                    release.tryEmitEmpty();
                                })));
        verify(Mono.zip(holder, contender));
        assertThat(waits).hasValue(1);
        assertThat(number(engine, "select cast(v as signed) as n from account")).isEqualTo(2);
        assertThat(number(engine, "select count(*) as n from audit")).isOne();
        verify(engine.close());
    }

    private static Mono<Long> add(SqlExecutor executor) {
        return executor.execute(sql("update account set v = v + 1 where id = 1"));
    }

    private static long number(AsyncEngine engine, String text) {
        Long n = engine.one(sql(text).as(Long.class)).block(SOON);
        return n == null ? -1 : n;
    }

    private static void verify(Mono<?> work) {
        StepVerifier.create(work.then()).expectComplete().verify(SOON);
    }
}
