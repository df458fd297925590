package io.fluxalchemy.docs;

import static io.fluxalchemy.docs.Accounts.ACCOUNT;
import static io.fluxalchemy.docs.Audits.AUDIT;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.update;

import io.fluxalchemy.engine.AsyncEngine;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** What docs/transactions.md shows. */
final class Payments {

    private final AsyncEngine engine;
    private final Supplier<Mono<Void>> mail;

    Payments(AsyncEngine engine, Supplier<Mono<Void>> mail) {
        this.engine = engine;
        this.mail = mail;
    }

    // docs: transfer
    Mono<Long> transfer(long from, long to, long amount) {
        return engine.transaction(c -> c.execute(update(ACCOUNT)
                        .set(ACCOUNT.balance, ACCOUNT.balance.minus(amount))
                        .where(ACCOUNT.id.eq(from)))
                .then(c.execute(update(ACCOUNT)
                        .set(ACCOUNT.balance, ACCOUNT.balance.plus(amount))
                        .where(ACCOUNT.id.eq(to)))));
    }
    // docs: end

    // docs: hooks
    Mono<Long> transferWithReceipt(long from, long to, long amount) {
        return engine.transaction(c -> {
            c.beforeCommit(own ->
                    own.execute(insertInto(AUDIT).set(AUDIT.what, "paid")).then());
            c.afterCommit(mail);
            return transfer(from, to, amount);
        });
    }
    // docs: end
}
