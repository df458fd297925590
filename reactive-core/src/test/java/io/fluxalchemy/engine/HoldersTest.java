package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fluxalchemy.engine.script.ScriptedDriver;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Who holds connections, and who holds one for too long without doing anything. */
class HoldersTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.fluxalchemy.Pool");
    private final ScriptedDriver driver = new ScriptedDriver();
    private final AsyncEngine engine = AsyncEngine.builder()
            .connectionFactory(driver)
            .maxSize(2)
            .idleWarning(Duration.ofMillis(100))
            .build();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        assertThat(engine.pool().holders()).isEmpty();
    }

    @Test
    void aTransactionInWhichNothingRunsIsWarnedOfOnce() {
        run(engine.transaction(c -> c.execute(sql("write")).then(Mono.delay(Duration.ofMillis(600)))));

        assertThat(warnings()).singleElement().asString().startsWith("idle in transaction: transaction for ");
    }

    @Test
    void aReadThatHoldsItsConnectionWithoutATransactionIsNotWarnedOf() {
        run(engine.read(c -> c.execute(sql("look")).onErrorComplete().then(Mono.delay(Duration.ofMillis(400)))));
        run(engine.transaction(c -> Mono.delay(Duration.ofMillis(400))));

        assertThat(warnings()).isEmpty();
    }

    @Test
    void theSnapshotNamesTheHoldersTheOldestFirstAndWhatTheyRun() {
        Sinks.Empty<Long> answer = Sinks.empty();
        driver.on("slow", c -> answer.asMono());
        StepVerifier.create(engine.transaction(c -> c.execute(sql("slow")))
                        .mergeWith(Mono.delay(Duration.ofMillis(150))
                                .then(engine.read(c ->
                                        Mono.fromSupplier(() -> engine.pool().holders())))
                                .doOnNext(holders -> {
                                    assertThat(holders).hasSize(2);
                                    assertThat(holders.get(0).purpose()).isEqualTo("transaction");
                                    assertThat(holders.get(0).statement()).isEqualTo("slow");
                                    assertThat(holders.get(0).age()).isGreaterThan(Duration.ofMillis(100));
                                    assertThat(holders.get(1).purpose()).isEqualTo("read");
                                    assertThat(holders.get(1).statement()).isNull();
                                })
                                .thenReturn(0L)
                                .doOnNext(n -> answer.tryEmitEmpty())))
                .expectNextCount(2)
                .expectComplete()
                .verify(SOON);
    }

    private List<String> warnings() {
        return lines.list.stream()
                .filter(line -> line.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.startsWith("idle in transaction"))
                .toList();
    }

    private static void run(Mono<?> work) {
        StepVerifier.create(work.then()).expectComplete().verify(SOON);
    }
}
