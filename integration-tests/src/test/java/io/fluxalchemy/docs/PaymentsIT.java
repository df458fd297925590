package io.fluxalchemy.docs;

import static io.fluxalchemy.docs.Accounts.ACCOUNT;
import static io.fluxalchemy.docs.Audits.AUDIT;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** The transactions that docs/transactions.md shows do what it says. */
class PaymentsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    @Test
    void aTransferMovesMoneyAndItsHooksRunAroundTheCommit() {
        AsyncEngine engine = AsyncEngine.create(DATABASE.url());
        AtomicInteger mails = new AtomicInteger();
        Payments payments = new Payments(engine, () -> Mono.fromRunnable(mails::incrementAndGet));
        engine.createAll(MetaData.of(ACCOUNT, AUDIT))
                .then(engine.execute(insertInto(ACCOUNT).set(ACCOUNT.id, 1L).set(ACCOUNT.balance, 100L)))
                .then(engine.execute(insertInto(ACCOUNT).set(ACCOUNT.id, 2L).set(ACCOUNT.balance, 0L)))
                .then(payments.transfer(1, 2, 30))
                .then(payments.transferWithReceipt(1, 2, 20))
                .block();

        assertThat(engine.all(select(ACCOUNT.balance).from(ACCOUNT).orderBy(ACCOUNT.id.asc()))
                        .block())
                .containsExactly(50L, 50L);
        assertThat(engine.all(select(AUDIT.what).from(AUDIT)).block()).containsExactly("paid");
        assertThat(mails).hasValue(1);
        engine.close().block();
    }
}
