package io.fluxalchemy.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.sql.Sql;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Point 8: whatever a password looks like, whether it is encoded in the URL or not, no part of it is in an exception, in a line of
 * our loggers at TRACE, in anybody's line at INFO, in a thread's name or in what an engine says of itself.
 */
class CredentialsIT {

    private static final String HEAD = "Hq7kW";
    private static final String TAIL = "Zx9vB";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.fluxalchemy");

    @BeforeEach
    void listen() {
        lines.start();
        root.addAppender(lines);
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        root.detachAppender(lines);
        ours.setLevel(null);
    }

    /** Every printable ASCII character in the middle, at the beginning and at the end, and what else people type. */
    private static List<String> passwords() {
        List<String> all = new ArrayList<>();
        for (char c = ' '; c < 0x7f; c++) {
            all.add(HEAD + c + TAIL);
            all.add(c + HEAD);
            all.add(TAIL + c);
        }
        for (String middle : List.of(
                "%zz",
                "%2", "%00", "\u00e9", "\u4e2d", "\ud83d\ude00", "\n", "\t", "://", "@@", "a@b:c", "${x}", "#{x}")) {
            all.add(HEAD + middle + TAIL);
        }
        return all;
    }

    @Test
    void thereAreTwoHundredPasswords() {
        assertThat(passwords()).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    }

    @Test
    void aPasswordAsItIsTypedIntoAUrlIsNeverTold() {
        for (String driver : List.of("postgresql", "mariadb", "h2:tcp", "nodriver", "pool:postgresql")) {
            for (String password : passwords()) {
                tellsNothing("r2dbc:" + driver + "://app:" + password + "@localhost:1/shop", password, false);
                tellsNothing("r2dbc:" + driver + "://" + password + "@localhost:1/shop", password, false);
            }
        }
    }

    @Test
    void aPasswordThatIsEncodedIsNeverToldWhenTheServerCannotBeReached() {
        for (String password : passwords()) {
            String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
            tellsNothing("r2dbc:postgresql://app:" + encoded + "@localhost:1/shop", password, true);
        }
        for (String password : passwords().subList(0, 20)) {
            String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
            tellsNothing("r2dbc:mariadb://app:" + encoded + "@localhost:1/shop", password, true);
        }
    }

    @Test
    void secretsInOptionsAreNeverTold() {
        for (String option : List.of(
                "sslPassword",
                "password",
                "sslpassword",
                "token",
                "secretKey",
                "clientSslPassword",
                "sslKey",
                "sslMode",
                "fluxalchemy.maxSize",
                "fluxalchemy.acquireTimeout",
                "port",
                "connectTimeout",
                "unknown")) {
            for (String driver : List.of("postgresql", "mariadb", "h2:mem", "nodriver")) {
                tellsNothing(
                        "r2dbc:" + driver + "://app:" + HEAD + "@localhost:1/shop?" + option + "=" + HEAD + TAIL,
                        HEAD + TAIL,
                        true);
            }
        }
    }

    private void tellsNothing(String url, String password, boolean connects) {
        synchronized (lines) {
            lines.list.clear();
        }
        StringBuilder told = new StringBuilder();
        try {
            AsyncEngine engine =
                    AsyncEngine.create(url + (url.contains("?") ? "&" : "?") + "fluxalchemy.acquireTimeout=2000");
            told.append(engine).append(engine.pool()).append(engine.dialect());
            if (connects) {
                try {
                    engine.one(Sql.select(Sql.value(1))).block(PATIENCE);
                } catch (RuntimeException e) {
                    told.append(trace(e));
                } finally {
                    engine.close().block(PATIENCE);
                }
            }
        } catch (RuntimeException e) {
            told.append(trace(e));
        }
        for (ILoggingEvent line : heard()) {
            if (line.getLoggerName().startsWith("io.fluxalchemy")
                    || line.getLevel().isGreaterOrEqual(Level.INFO)) {
                told.append(line.getFormattedMessage());
                if (line.getThrowableProxy() != null) {
                    told.append(ThrowableProxyUtil.asString(line.getThrowableProxy()));
                }
            }
        }
        Thread.getAllStackTraces().keySet().forEach(thread -> told.append(thread.getName()));
        assertThat(told.toString())
                .as(url)
                .doesNotContain(HEAD)
                .doesNotContain(TAIL)
                .doesNotContain(password.length() > 3 ? password : HEAD);
    }

    /** Lines come from other threads too. */
    private List<ILoggingEvent> heard() {
        synchronized (lines) {
            return List.copyOf(lines.list);
        }
    }

    private static String trace(Throwable error) {
        StringWriter everything = new StringWriter();
        error.printStackTrace(new PrintWriter(everything));
        return everything.toString();
    }
}
