package io.fluxalchemy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialects.mariadb.driver.MariadbDriverAdapter;
import io.fluxalchemy.dialects.postgresql.driver.PostgresqlDriverAdapter;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.driver.DriverAdapter;
import io.fluxalchemy.engine.driver.DriverSettings;
import io.fluxalchemy.error.ConfigurationException;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.sql.Sql;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points 5 and 12: off this machine a server must prove who it is; what asks for less in silence is refused. */
class TlsIT {

    private static final DriverSettings SETTINGS = new DriverSettings(Duration.ofSeconds(1), 256, 1);
    private static final Option<Object> SSL_MODE = Option.valueOf("sslMode");

    @ParameterizedTest
    @ValueSource(strings = {"db.internal", "10.0.0.7", "db", "localhost,db", "127.0.0.1.evil.example"})
    void aServerElsewhereMustProveWhoItIs(String host) {
        assertThat(mode(new PostgresqlDriverAdapter(), "r2dbc:postgresql://app:x@" + host + "/shop"))
                .isEqualTo("verify-full");
        assertThat(mode(new MariadbDriverAdapter(), "r2dbc:mariadb://app:x@" + host + "/shop"))
                .isEqualTo("verify-full");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
    void aServerOnThisMachineIsTrusted(String host) {
        assertThat(mode(new PostgresqlDriverAdapter(), "r2dbc:postgresql://app:x@" + host + "/shop"))
                .isNull();
        assertThat(mode(new MariadbDriverAdapter(), "r2dbc:mariadb://app:x@" + host + "/shop"))
                .isNull();
    }

    @Test
    void whatTheUrlSaysOfTlsIsDone() {
        DriverAdapter postgres = new PostgresqlDriverAdapter();
        assertThat(mode(postgres, "r2dbc:postgresql://app:x@db/shop?sslMode=disable"))
                .isEqualTo("disable");
        assertThat(mode(postgres, "r2dbc:postgresql://app:x@db/shop?sslmode=require"))
                .isNull();
        assertThat(mode(postgres, "r2dbcs:postgresql://app:x@db/shop")).isNull();
        assertThat(mode(new MariadbDriverAdapter(), "r2dbc:mariadb://app:x@db/shop?sslMode=trust"))
                .isEqualTo("trust");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowMultiQueries=true", "allowMultiQueries=TRUE", "useServerPrepStmts=false"})
    void mariadbIsNotAskedToPutValuesIntoTextOrToTakeSeveralStatements(String option) {
        assertThatThrownBy(() -> AsyncEngine.create("r2dbc:mariadb://app:s3cret@localhost/shop?" + option))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(option.substring(0, option.indexOf('=')))
                .hasMessageContaining("leave the option out")
                .hasMessageNotContaining("s3cret");
    }

    /** A server, or somebody in between, that answers "no" to the request for TLS hears no user, no password and no SQL. */
    @Test
    void aDowngradeIsRefusedBeforeAnythingIsSent() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> heard = CompletableFuture.supplyAsync(() -> sayNo(door));
            AsyncEngine engine = AsyncEngine.create("r2dbc:postgresql://teller:s3cret@127.0.0.1:" + door.getLocalPort()
                    + "/shop?sslMode=verify-full&fluxalchemy.acquireTimeout=5000");
            try {
                assertThatThrownBy(() -> engine.one(Sql.select(Sql.value(1))).block(Duration.ofSeconds(20)))
                        .isInstanceOfSatisfying(
                                DatabaseException.class,
                                e -> assertThat(e.kind()).isEqualTo(ErrorKind.TLS_REFUSED))
                        .hasMessageContaining("sslMode=disable")
                        .hasMessageContaining("sslRootCert");
                byte[] sent = heard.get(20, TimeUnit.SECONDS);
                assertThat(sent).as("the request for TLS and nothing behind it").hasSize(8);
                assertThat(new String(sent, StandardCharsets.ISO_8859_1)).doesNotContain("teller", "s3cret");
            } finally {
                engine.close().block(Duration.ofSeconds(20));
            }
        }
    }

    /** A real server without TLS, asked for it. */
    @ParameterizedTest
    @ValueSource(strings = {"POSTGRESQL", "MARIADB"})
    void aServerWithoutTlsIsRefusedWithTheFix(String kind) {
        try (var database = io.fluxalchemy.testkit.database.TestDatabase.of(
                io.fluxalchemy.testkit.database.DatabaseKind.valueOf(kind))) {
            AsyncEngine engine =
                    AsyncEngine.create(database.url() + (database.url().contains("?") ? "&" : "?")
                            + "sslMode=verify-full&fluxalchemy.acquireTimeout=5000");
            try {
                assertThatThrownBy(() -> engine.one(Sql.select(Sql.value(1))).block(Duration.ofSeconds(20)))
                        .hasMessageContaining("sslMode=disable");
            } finally {
                engine.close().block(Duration.ofSeconds(20));
            }
        }
    }

    private static byte[] sayNo(ServerSocket door) {
        try (Socket caller = door.accept()) {
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            InputStream in = caller.getInputStream();
            heard.write(in.readNBytes(8));
            caller.getOutputStream().write('N');
            caller.getOutputStream().flush();
            caller.setSoTimeout(1_000);
            try {
                heard.write(in.readNBytes(1));
            } catch (SocketTimeoutException silence) {
                // the driver leaves the connection open and says nothing more
            }
            return heard.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Object mode(DriverAdapter adapter, String url) {
        return adapter.configure(ConnectionFactoryOptions.parse(url), SETTINGS).getValue(SSL_MODE);
    }
}
