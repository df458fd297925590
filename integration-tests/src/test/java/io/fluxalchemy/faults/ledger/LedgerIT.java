package io.fluxalchemy.faults.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.faults.FaultProxy;
import io.fluxalchemy.testkit.faults.QuietCheck;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/**
 * Money moves between accounts while wires break, sessions end and callers leave. What a client was told is true: what was
 * confirmed is stored, what failed is not, and what became of the rest the database's own record of the transaction says.
 * {@code -Dledger.seconds=3600} runs for an hour, {@code -Dledger.seed=…} with the chances of an earlier run.
 */
class LedgerIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final long SECONDS = Long.getLong("ledger.seconds", 10);
    private static final long SEED = Long.getLong("ledger.seed", System.nanoTime());
    /** On a machine with other work it goes on until there is something to check. */
    private static final long SLOW = Duration.ofMinutes(4).toNanos();

    private static final int CLIENTS = 12;
    private static final String APPLICATION = "ledger";

    private static final Logger[] LOUD = {
        (Logger) LoggerFactory.getLogger("io.r2dbc.postgresql.client"),
        (Logger) LoggerFactory.getLogger("io.fluxalchemy")
    };

    @BeforeAll
    static void beQuiet() {
        for (Logger logger : LOUD) {
            logger.setLevel(Level.OFF);
        }
    }

    @AfterAll
    static void beLoud() {
        for (Logger logger : LOUD) {
            logger.setLevel(null);
        }
    }

    @Test
    @Timeout(value = 7, unit = TimeUnit.DAYS)
    void whatClientsWereToldIsWhatTheBooksSay() throws Exception {
        AsyncEngine witness =
                AsyncEngine.builder().url(DATABASE.url()).maxSize(2).build();
        Books books = new Books(witness);
        books.open();
        try (FaultProxy proxy = FaultProxy.before(DATABASE.url())) {
            AsyncEngine engine = AsyncEngine.builder()
                    .url(proxy.through(DATABASE.url()) + "?applicationName=" + APPLICATION)
                    .maxSize(6)
                    .build();
            long until = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
            BooleanSupplier going =
                    () -> System.nanoTime() < until || books.isThin() && System.nanoTime() < until + SLOW;
            AtomicLong ids = new AtomicLong();
            CompletableFuture<Void> clients = Flux.range(0, CLIENTS)
                    .flatMap(i -> new Client(engine, books, ids, SEED + i).runWhile(going), CLIENTS)
                    .then()
                    .toFuture();
            Chaos chaos = new Chaos(proxy, witness, APPLICATION, SEED);
            chaos.runWhile(going);
            clients.get(120, TimeUnit.SECONDS);
            QuietCheck.of(engine, witness, APPLICATION).verify(Duration.ofSeconds(10));
            int storedUntold = books.check();
            System.out.println("ledger: -Dledger.seed=" + SEED + ", " + SECONDS + " s: " + books.operations()
                    + " operations, " + books.count(Books.Told.CONFIRMED) + " confirmed, "
                    + books.count(Books.Told.ABORTED) + " aborted, " + books.count(Books.Told.UNKNOWN) + " unknown and "
                    + books.count(Books.Told.NOTHING) + " left, of which " + storedUntold
                    + " are stored; 0 lost, 0 ghosts; links hurt " + proxy.injuries() + ", " + chaos.done());
            assertThat(books.isThin())
                    .as("confirmed " + books.count(Books.Told.CONFIRMED) + ", unknown "
                            + books.count(Books.Told.UNKNOWN))
                    .isFalse();
            engine.close().block(Duration.ofSeconds(30));
        } finally {
            witness.close().block(Duration.ofSeconds(30));
        }
    }
}
