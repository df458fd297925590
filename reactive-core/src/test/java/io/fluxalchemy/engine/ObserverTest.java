package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fluxalchemy.engine.script.ScriptedDriver;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.type.Types;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ObserverTest {

    private static final SqlText INSERT =
            sql("insert into author (name) values (:name)").bind("name", "s3cret");

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.fluxalchemy.SQL");
    private final ScriptedDriver driver = new ScriptedDriver().on("insert", c -> Mono.just(1L));

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void aStatementIsOneLineWithItsTextMaskedValuesRowsAndTime() {
        run(AsyncEngine.of(driver).execute(INSERT));

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.DEBUG);
            assertThat(line.getFormattedMessage())
                    .matches("insert into author \\(name\\) values \\(\\?\\) \\[text \\?] 1 rows [0-9.E-]+ ms")
                    .doesNotContain("s3cret");
        });
    }

    @Test
    void echoIsAtInfoAndASlowStatementAtWarn() {
        run(AsyncEngine.builder().connectionFactory(driver).echo(true).build().execute(INSERT));
        run(AsyncEngine.builder()
                .connectionFactory(driver)
                .slowQuery(Duration.ZERO)
                .build()
                .execute(INSERT));

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.INFO, Level.WARN);
        assertThat(lines.list.get(1).getFormattedMessage()).startsWith("slow: insert");
    }

    @Test
    void aFailedStatementSaysSoWithoutAnyValue() {
        driver.fails("insert", new R2dbcDataIntegrityViolationException("Key (name)=(s3cret) exists", "23505"));

        StepVerifier.create(AsyncEngine.of(driver).execute(INSERT))
                .expectError()
                .verify(Duration.ofSeconds(5));

        assertThat(lines.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("failed: unique violation (SQLSTATE 23505)")
                .doesNotContain("s3cret");
    }

    @Test
    void listenersHearOfStatementsWithTheCallersContext() {
        List<StatementEvent> events = new CopyOnWriteArrayList<>();
        AsyncEngine engine = AsyncEngine.builder()
                .connectionFactory(driver)
                .listener(new EngineListener() {
                    @Override
                    public void onStatement(StatementEvent event) {
                        events.add(event);
                    }
                })
                .build();

        run(engine.transaction(c -> c.execute(INSERT)).contextWrite(context -> context.put("tenant", 42)));

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.sql()).isEqualTo("insert into author (name) values (?)");
            assertThat(event.parameters()).containsExactly("text ?");
            assertThat(event.rows()).isEqualTo(1);
            assertThat(event.error()).isNull();
            assertThat(event.context().<Integer>get("tenant")).isEqualTo(42);
        });
    }

    @Test
    void anEngineThatLogsValuesShowsThemAndStillMasksSensitiveOnes() {
        SqlText insert = sql("insert into author (name, secret) values (:name, :secret)")
                .bind("name", "Ada")
                .bind("secret", "s3cret", Types.sensitive(Types.TEXT));
        List<StatementEvent> events = new CopyOnWriteArrayList<>();

        run(AsyncEngine.builder()
                .connectionFactory(driver)
                .logValues(true)
                .listener(new EngineListener() {
                    @Override
                    public void onStatement(StatementEvent event) {
                        events.add(event);
                    }
                })
                .build()
                .execute(insert));

        assertThat(lines.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("[text 'Ada', text ?]");
        assertThat(events.get(0).parameters()).containsExactly("text ?", "text ?");
    }

    @Test
    void theServersTextIsKeptOnlyOnRequest() {
        driver.fails("insert", new R2dbcDataIntegrityViolationException("Key (name)=(s3cret) exists", "23505"));

        StepVerifier.create(AsyncEngine.of(driver).execute(INSERT))
                .expectErrorSatisfies(e -> assertThat(trace(e))
                        .contains("R2dbcDataIntegrityViolationException", "serverDetail(true)")
                        .doesNotContain("s3cret"))
                .verify(Duration.ofSeconds(5));
        StepVerifier.create(AsyncEngine.builder()
                        .connectionFactory(driver)
                        .serverDetail(true)
                        .build()
                        .execute(INSERT))
                .expectErrorSatisfies(e -> assertThat(e).rootCause().hasMessageContaining("Key (name)=(s3cret) exists"))
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void aValueThatNoDatabaseKeepsIsRefusedWithItsPlaceAndNothingIsSent() {
        StepVerifier.create(AsyncEngine.of(driver)
                        .execute(sql("insert into author (name) values (:name)").bind("name", "a\0b")))
                .expectErrorMessage(
                        "value 1: the text for text has a NUL character at index 1, which databases cannot keep:"
                                + " remove it, or store bytes")
                .verify(Duration.ofSeconds(5));
        assertThat(driver.journal()).noneMatch(text -> text.contains("insert"));
    }

    private static String trace(Throwable error) {
        StringWriter everything = new StringWriter();
        error.printStackTrace(new PrintWriter(everything));
        return everything.toString();
    }

    private static void run(Mono<?> mono) {
        StepVerifier.create(mono.then()).expectComplete().verify(Duration.ofSeconds(5));
    }
}
