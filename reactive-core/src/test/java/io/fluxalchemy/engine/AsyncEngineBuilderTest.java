package io.fluxalchemy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.script.ScriptedDriver;
import io.fluxalchemy.error.ConfigurationException;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncEngineBuilderTest {

    @Test
    void aDriverWithoutDialectNamesTheSupportedOnes() {
        assertThatThrownBy(() -> AsyncEngine.create("r2dbc:postgresql://app:secret@localhost/shop"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no dialect for driver 'postgresql'")
                .hasMessageContaining("[ansi]");
    }

    @Test
    void aDialectWithoutDriverNamesTheArtifactToAdd() {
        assertThatThrownBy(() -> AsyncEngine.create("r2dbc:script://localhost/shop"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no R2DBC driver for 'script' is on the class path");
    }

    @Test
    void unknownOptionsOfOursAreRefusedByName() {
        assertThatThrownBy(() -> AsyncEngine.create("r2dbc:script://localhost/shop?fluxalchemy.maxsize=3"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("fluxalchemy.maxsize")
                .hasMessageContaining("maxSize");
        assertThatThrownBy(() -> AsyncEngine.create("r2dbc:script://localhost/shop?fluxalchemy.maxSize=many"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("fluxalchemy.maxSize");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r2dbc:postgresql://app:s3cret^@localhost/shop",
                "r2dbc:postgresql://app:s3cret @localhost/shop",
                "r2dbc:postgresql://app:s3cret%@localhost/shop",
                "r2dbc:postgresql://app:s3cret#@localhost/shop",
                "r2dbc:postgresql://app:s3cret/@localhost/shop",
                "r2dbc:nodriver://app:s3cret@localhost/shop",
                "r2dbc:script://app:s3cret@localhost/shop?sslPassword=s3cret",
                "r2dbc://app:s3cret@localhost/shop",
                "postgresql://app:s3cret@localhost/shop",
                "r2dbc:postgresql://app:12/s3cret@localhost/shop",
                "r2dbc:postgresql://app:12#s3cret@localhost/shop",
                "r2dbc:postgresql://app:12?s3cret@localhost/shop",
                "r2dbc:postgresql://s3cret#@localhost/shop",
                "r2dbc:postgresql://app:12?fluxalchemy.s3cret@localhost/shop",
                "jdbc:postgresql://localhost/shop?password=s3cret",
                "r2dbc:script://app:s3cret@localhost/shop?fluxalchemy.maxSize=s3cret"
            })
    void noPartOfASecretIsEverQuoted(String url) {
        assertThatThrownBy(() -> AsyncEngine.create(url)).satisfies(e -> {
            StringWriter everything = new StringWriter();
            e.printStackTrace(new PrintWriter(everything));
            assertThat(everything.toString()).doesNotContain("s3cret");
            assertThat(e).isInstanceOf(ConfigurationException.class);
        });
    }

    @Test
    void anEngineWantsExactlyOneSource() {
        assertThatThrownBy(() -> AsyncEngine.builder().build()).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> AsyncEngine.builder()
                        .url("r2dbc:script://x")
                        .connectionFactory(new ScriptedDriver())
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not both");
    }

    @Test
    void anOptionOfTheDriverIsNotTakenBesideAFactoryThatHasItsOptionsAlready() {
        assertThatThrownBy(() -> AsyncEngine.builder()
                        .connectionFactory(new ScriptedDriver())
                        .driverOption(ConnectionFactoryOptions.DATABASE, "other")
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("driverOption")
                .hasMessageContaining("url(…)");
    }

    @Test
    void sizesAndTimesMustMakeSense() {
        assertThatThrownBy(() -> AsyncEngine.builder().maxSize(0)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> AsyncEngine.builder().acquireTimeout(Duration.ZERO))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("acquireTimeout");
    }

    @Test
    void buildingOpensNothing() {
        ScriptedDriver driver = new ScriptedDriver();
        AsyncEngine engine = AsyncEngine.of(driver);

        assertThat(driver.opened()).isZero();
        assertThat(engine.pool()).isEqualTo(new PoolSnapshot(0, 0, 0, 10, List.of()));
    }
}
