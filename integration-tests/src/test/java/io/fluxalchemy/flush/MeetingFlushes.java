package io.fluxalchemy.flush;

import static io.fluxalchemy.flush.seats.Seat_.SEAT;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.flush.seats.Seat;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.sql.Order;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.stream.LongStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two flushes of the same rows wait for each other; were each to write them as its session met them, they would lock crosswise. */
final class MeetingFlushes {

    private static final Duration LONG = Duration.ofSeconds(60);

    /** More than one statement writes where values are bound one by one. */
    private static final long ROWS = 1_500;

    private static final int ROUNDS = 2;

    /** How long the row in the middle is held, so that both have begun. What is asserted does not depend on it. */
    private static final Duration A_WHILE = Duration.ofMillis(20);

    private static final TransactionOptions COMMITTED =
            TransactionOptions.defaults().isolation(Isolation.READ_COMMITTED);

    private MeetingFlushes() {}

    static void meet(TestDatabase database) {
        AsyncEngine engine = AsyncEngine.builder()
                .url(database.url())
                .maxSize(3)
                .acquireTimeout(LONG)
                .build();
        try {
            meet(AsyncSessionFactory.of(engine, Seat.class));
        } finally {
            engine.close().block(LONG);
        }
    }

    private static void meet(AsyncSessionFactory sessions) {
        sessions.createAll()
                .then(sessions.transaction(s -> {
                    LongStream.range(0, ROWS).forEach(i -> s.add(new Seat(i, "nobody")));
                    return s.flush();
                }))
                .block(LONG);
        for (int round = 0; round < ROUNDS; round++) {
            Mono<Void> held = sessions.transaction(
                    COMMITTED,
                    s -> s.one(select(SEAT).where(SEAT.number.eq(ROWS / 2)).forUpdate())
                            .then(Mono.delay(A_WHILE))
                            .then());

            Flux.merge(
                            held,
                            seated(sessions, SEAT.number.asc(), "up " + round),
                            seated(sessions, SEAT.number.desc(), "down " + round))
                    .blockLast(LONG);

            assertThat(sessions.read(s -> s.all(select(SEAT.guest).distinct())).block(LONG))
                    .as("who came last has every seat")
                    .singleElement()
                    .asString()
                    .endsWith(" " + round);
        }
    }

    private static Mono<Void> seated(AsyncSessionFactory sessions, Order order, String guest) {
        return sessions.transaction(
                COMMITTED,
                s -> s.all(select(SEAT).orderBy(order))
                        .doOnNext(seats -> seats.forEach(seat -> seat.guest = guest))
                        .then());
    }
}
