package io.fluxalchemy.security;

import static io.fluxalchemy.security.people.Patient_.PATIENT;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.AsyncEngineBuilder;
import io.fluxalchemy.engine.EngineListener;
import io.fluxalchemy.engine.StatementEvent;
import io.fluxalchemy.error.FluxAlchemyException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.security.people.Patient;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Point 9: what users typed is in no log, event or error unless asked for; what is sensitive, not even then. */
class SensitiveValuesIT {

    @RegisterExtension
    static final Canary CANARY = new Canary();

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.fluxalchemy");
    private final List<StatementEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aSensitiveColumnIsMaskedAlsoWhereValuesAreLogged(DatabaseKind kind) {
        AsyncEngine engine = engine(kind, AsyncEngine.builder().logValues(true));
        try {
            AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, Patient.class);
            sessions.dropAll().then(sessions.createAll()).block(Canary.PATIENCE);
            LocalDate born = LocalDate.of(1931, 7, 13);
            Patient stored = sessions.transaction(s ->
                            s.persist(new Patient("Ada-plain", "s3cret-gout", born, new BigDecimal("4711.42"), 90210)))
                    .block(Canary.PATIENCE);
            Patient read = sessions.read(s -> s.get(PATIENT, stored.getId())).block(Canary.PATIENCE);
            assertThat(read.getDiagnosis()).isEqualTo("s3cret-gout");
            assertThat(read.getBorn()).isEqualTo(born);
            assertThat(read.getDebt()).isEqualByComparingTo("4711.42");
            assertThat(read.getPin()).isEqualTo(90210);

            assertThat(Canary.all(
                            engine,
                            select(PATIENT.name)
                                    .from(PATIENT)
                                    .where(
                                            PATIENT.diagnosis.eq("s3cret-gout"),
                                            PATIENT.diagnosis.in(List.of("s3cret-gout", "s3cret-flu")),
                                            PATIENT.diagnosis.startsWith("s3cret"),
                                            PATIENT.diagnosis.contains("t-go"),
                                            PATIENT.diagnosis.concat("s3cret-x").ne("s3cret-y"),
                                            PATIENT.diagnosis.lower().eq("s3cret-gout"),
                                            PATIENT.born.eq(born),
                                            PATIENT.pin.plus(90210).gt(90210),
                                            PATIENT.debt.between(
                                                    new BigDecimal("4711.42"), new BigDecimal("4711.43")))))
                    .containsExactly("Ada-plain");
            Canary.execute(
                    engine,
                    update(PATIENT).set(PATIENT.diagnosis, "s3cret-cured").where(PATIENT.pin.eq(90210)));
            Canary.execute(
                    engine,
                    insertInto(PATIENT)
                            .rows(List.of("s3cret-1", "s3cret-2"))
                            .set(PATIENT.diagnosis, d -> d)
                            .set(PATIENT.name, d -> "Bob-plain")
                            .set(PATIENT.version, d -> 0));

            assertThat(log()).contains("Ada-plain", "Bob-plain").doesNotContain("s3cret", "4711", "90210", "1931");
        } finally {
            engine.close().block(Canary.PATIENCE);
        }
    }

    @Test
    void aThousandSecretsAreInNoLogNoEventAndNoError() {
        AsyncEngine engine =
                engine(DatabaseKind.POSTGRESQL, AsyncEngine.builder().echo(true).slowQuery(Duration.ZERO));
        try {
            AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, Patient.class);
            sessions.dropAll().then(sessions.createAll()).block(Canary.PATIENCE);
            Random random = new Random();
            StringBuilder errors = new StringBuilder();
            for (int i = 0; i < 1_000; i++) {
                String secret = "Sx" + Long.toString(random.nextLong(), 36);
                if (i % 10 == 0) {
                    try {
                        sessions.transaction(s -> s.persist(new Patient(secret + "\0", null, null, null, null)))
                                .block(Canary.PATIENCE);
                    } catch (FluxAlchemyException e) {
                        errors.append(trace(e));
                    }
                } else {
                    Canary.all(engine, select(PATIENT.id).from(PATIENT).where(PATIENT.name.eq(secret)));
                }
            }
            assertThat(errors).isNotEmpty();
            assertThat(errors.toString() + log() + events).doesNotContain("Sx");
        } finally {
            engine.close().block(Canary.PATIENCE);
        }
    }

    @Test
    void aRefusedValueIsNamedByItsField() {
        AsyncEngine engine = engine(DatabaseKind.H2, AsyncEngine.builder());
        try {
            AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, Patient.class);
            sessions.dropAll().then(sessions.createAll()).block(Canary.PATIENCE);
            assertThatThrownBy(() -> sessions.transaction(
                                    s -> s.persist(new Patient("x", "s3cret\ud83d", null, null, null)))
                            .block(Canary.PATIENCE))
                    .hasMessageContaining("Patient.diagnosis")
                    .hasMessageNotContaining("s3cret");
            assertThatThrownBy(() -> Canary.execute(
                            engine, insertInto(PATIENT).set(PATIENT.debt, new BigDecimal("123456789012.5"))))
                    .hasMessageContaining("column \"debt\"");
        } finally {
            engine.close().block(Canary.PATIENCE);
        }
    }

    private AsyncEngine engine(DatabaseKind kind, AsyncEngineBuilder builder) {
        return builder.url(CANARY.url(kind))
                .maxSize(2)
                .listener(new EngineListener() {
                    @Override
                    public void onStatement(StatementEvent event) {
                        events.add(event);
                    }
                })
                .build();
    }

    private String log() {
        return List.copyOf(lines.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .collect(Collectors.joining("\n"));
    }

    private static String trace(Throwable error) {
        java.io.StringWriter everything = new java.io.StringWriter();
        error.printStackTrace(new java.io.PrintWriter(everything));
        return everything.toString();
    }
}
