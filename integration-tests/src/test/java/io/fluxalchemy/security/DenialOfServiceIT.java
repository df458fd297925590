package io.fluxalchemy.security;

import static io.fluxalchemy.security.Canary.all;
import static io.fluxalchemy.security.Canary.await;
import static io.fluxalchemy.security.Vault.VAULT;
import static io.fluxalchemy.sql.Sql.and;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.AcquireOverflowException;
import io.fluxalchemy.error.ResultOverflowException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.error.TurnOverflowException;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.NumericExpression;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Point 13: what comes from outside in any size or depth ends in an error with a bound, never in a hang or a dead thread. */
@Timeout(60)
class DenialOfServiceIT {

    @RegisterExtension
    static final Canary CANARY = new Canary();

    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000})
    void anExpressionOfAnyDepthIsRunOrRefused(int depth) {
        AsyncEngine engine = CANARY.engine(DatabaseKind.H2);
        NumericExpression<Integer> sum = VAULT.id;
        Condition alternating = VAULT.id.gt(0);
        Condition negated = VAULT.id.gt(0);
        for (int i = 0; i < depth; i++) {
            sum = sum.plus(1);
            alternating = i % 2 == 0 ? alternating.and(VAULT.id.lt(i)) : alternating.or(VAULT.id.gt(i));
            // the opposite of an opposite is the condition itself, so that only what stands between them is deep
            negated = negated.or(VAULT.id.lt(i)).not();
        }
        for (Condition deep : List.of(sum.gt(0), alternating, negated)) {
            assertThatThrownBy(() -> all(engine, select(VAULT.id).from(VAULT).where(deep)))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("nested too deeply");
            // on a thread of the pool too, whose stack is smaller
            assertThatThrownBy(() -> await(Mono.defer(() ->
                                    engine.all(select(VAULT.id).from(VAULT).where(deep)))
                            .subscribeOn(reactor.core.scheduler.Schedulers.parallel())))
                    .isInstanceOf(StatementException.class);
        }
        assertThat(all(engine, select(value(1)))).containsExactly(1);
    }

    @Test
    void thousandsOfConditionsBesideEachOtherAreNotDeep() {
        AsyncEngine engine = CANARY.emptied(DatabaseKind.H2);
        Condition[] beside = IntStream.range(0, 1_000).mapToObj(VAULT.id::ne).toArray(Condition[]::new);
        Condition oneByOne = VAULT.id.ne(-1);
        for (int i = 0; i < 1_000; i++) {
            oneByOne = oneByOne.and(VAULT.id.ne(i));
        }
        assertThat(all(engine, select(VAULT.id).from(VAULT).where(and(beside), oneByOne)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aListIsAsLongAsTheEngineAllows(DatabaseKind kind) {
        AsyncEngine plain = CANARY.emptied(kind);
        await(plain.execute(io.fluxalchemy.sql.Sql.insertInto(VAULT)
                .rows(IntStream.range(0, 101).boxed().toList())
                .set(VAULT.id, i -> i)));
        AsyncEngine guarded = AsyncEngine.builder()
                .url(CANARY.url(kind))
                .maxSize(1)
                .maxRows(100)
                .build();
        try {
            assertThatThrownBy(() -> all(guarded, select(VAULT.id).from(VAULT)))
                    .isInstanceOf(ResultOverflowException.class)
                    .hasMessageContaining("100 rows")
                    .hasMessageContaining("stream");
            assertThat(all(guarded, select(VAULT.id).from(VAULT).limit(100))).hasSize(100);
            assertThat(all(guarded, select(VAULT.id).from(VAULT).where(VAULT.id.gt(0))))
                    .hasSize(100);
            assertThat(guarded.stream(select(VAULT.id).from(VAULT)).count().block(Canary.PATIENCE))
                    .isEqualTo(101);
        } finally {
            await(guarded.close());
        }
    }

    @Test
    void aMillionRowsAreNotReadToSeeThatTheyAreTooMany() {
        AsyncEngine guarded = AsyncEngine.builder()
                .url(CANARY.url(DatabaseKind.POSTGRESQL))
                .maxSize(1)
                .maxRows(1_000)
                .build();
        try {
            var numbers = sql("select * from generate_series(1, 1000000) as n").as(Integer.class);
            assertThat(guarded.stream(numbers).take(5).collectList().block(Canary.PATIENCE))
                    .hasSize(5);
            CANARY.emptied(DatabaseKind.POSTGRESQL);
            await(guarded.execute(sql("insert into vault (id) select * from generate_series(1, 100000)")));
            AtomicInteger rows = new AtomicInteger();
            assertThatThrownBy(() ->
                            await(guarded.all(select(VAULT.id).from(VAULT)).doOnNext(list -> rows.set(list.size()))))
                    .isInstanceOf(ResultOverflowException.class);
            assertThat(rows).hasValue(0);
        } finally {
            await(guarded.close());
        }
    }

    @Test
    void theQueueOfAConnectionEnds() {
        AsyncEngine engine = CANARY.engine(DatabaseKind.POSTGRESQL);
        List<Throwable> refused = new ArrayList<>();
        await(engine.transaction(c -> Flux.range(0, 2_000)
                .flatMap(
                        i -> c.one(select(value(i))).onErrorResume(TurnOverflowException.class, e -> {
                            refused.add(e);
                            return Mono.empty();
                        }),
                        2_000)
                .then()
                .onErrorComplete()));
        assertThat(refused).isNotEmpty();
        assertThat(all(engine, select(value(1)))).containsExactly(1);
    }

    @Test
    void waitersWithoutNumberAllEnd() {
        AsyncEngine engine = AsyncEngine.builder()
                .url(CANARY.url(DatabaseKind.POSTGRESQL))
                .maxSize(1)
                .acquireTimeout(Duration.ofSeconds(2))
                .build();
        try {
            AtomicInteger ended = new AtomicInteger();
            int waiters = Integer.getInteger("fluxalchemy.waiters", 20_000);
            AtomicInteger refused = new AtomicInteger();
            await(engine.transaction(c -> Flux.range(0, waiters)
                    .flatMap(
                            i -> Mono.defer(() -> engine.one(select(value(i))))
                                    .contextWrite(context -> reactor.util.context.Context.empty())
                                    .doOnError(AcquireOverflowException.class, e -> refused.incrementAndGet())
                                    .onErrorComplete()
                                    .doFinally(signal -> ended.incrementAndGet()),
                            waiters)
                    .then(c.one(select(value(7))))));
            assertThat(refused).hasValueGreaterThan(waiters / 4);
            assertThat(ended).hasValue(waiters);
            assertThat(all(engine, select(value(1)))).containsExactly(1);
        } finally {
            await(engine.close());
        }
    }
}
