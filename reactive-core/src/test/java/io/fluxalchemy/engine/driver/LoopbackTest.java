package io.fluxalchemy.engine.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactoryOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "db.localhost",
                "127.0.0.1",
                "127.8.9.10",
                "::1",
                "[::1]",
                "[::1]:5432",
                "localhost:5432,127.0.0.1:5433"
            })
    void thisMachine(String host) {
        assertThat(Loopback.isAllOf(to(host))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db",
                "db.internal",
                "10.0.0.7",
                "0.0.0.0",
                "::",
                "fe80::1",
                "127.0.0.1.evil.example",
                "127.evil",
                "localhost.evil.example",
                "evillocalhost",
                "localhost,db"
            })
    void anyOther(String host) {
        assertThat(Loopback.isAllOf(to(host))).isFalse();
    }

    @Test
    void noHostIsASocketOfThisMachine() {
        assertThat(Loopback.isAllOf(ConnectionFactoryOptions.builder()
                        .option(ConnectionFactoryOptions.DRIVER, "h2")
                        .build()))
                .isTrue();
    }

    private static ConnectionFactoryOptions to(String host) {
        return ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "x")
                .option(ConnectionFactoryOptions.HOST, host)
                .build();
    }
}
