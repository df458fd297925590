package io.fluxalchemy.faults.ledger;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Mono;

/** Transfers money, one operation after the other; each has an id of the client's own choice, and some are left half way. */
final class Client {

    private static final TransactionOptions OPTIONS =
            TransactionOptions.defaults().timeout(Duration.ofSeconds(2));

    private final AsyncEngine engine;
    private final Books books;
    private final AtomicLong ids;
    private final Random random;

    Client(AsyncEngine engine, Books books, AtomicLong ids, long seed) {
        this.engine = engine;
        this.books = books;
        this.ids = ids;
        this.random = new Random(seed);
    }

    Mono<Void> runWhile(BooleanSupplier going) {
        return Mono.defer(this::operation).repeat(going).then();
    }

    private Mono<Void> operation() {
        long op = ids.incrementAndGet();
        Mono<Books.Told> transfer = engine.transaction(OPTIONS, c -> transfer(c, op))
                .thenReturn(Books.Told.CONFIRMED)
                .onErrorResume(e -> Mono.just(
                        e instanceof CommitOutcomeUnknownException ? Books.Told.UNKNOWN : Books.Told.ABORTED));
        Mono<Books.Told> leavingSometimes = random.nextInt(10) == 0
                ? transfer.timeout(Duration.ofNanos(random.nextInt(8_000_000)), Mono.just(Books.Told.NOTHING))
                : transfer;
        return leavingSometimes.flatMap(told -> {
            books.told(op, told);
            // a client that was refused for want of a server does not ask again at once
            return told == Books.Told.ABORTED ? Mono.delay(Duration.ofMillis(5)).then() : Mono.empty();
        });
    }

    private Mono<Long> transfer(AsyncConnection c, long op) {
        int source = 1 + random.nextInt(Books.ACCOUNTS);
        int target = 1 + (source + random.nextInt(Books.ACCOUNTS - 1)) % Books.ACCOUNTS;
        int amount = 1 + random.nextInt(100);
        return c.one(sql("select pg_current_xact_id()::text").as(String.class))
                .doOnNext(transaction -> books.runsIn(op, transaction))
                .then(c.execute(sql("insert into ledger (op, source, target, amount) values (:op, :s, :t, :a)")
                        .bind("op", op)
                        .bind("s", source)
                        .bind("t", target)
                        .bind("a", (long) amount)))
                .then(move(c, source, -amount))
                .then(move(c, target, amount));
    }

    private static Mono<Long> move(AsyncConnection c, int account, long amount) {
        return c.execute(sql("update account set balance = balance + :a where id = :id")
                .bind("a", amount)
                .bind("id", account));
    }
}
