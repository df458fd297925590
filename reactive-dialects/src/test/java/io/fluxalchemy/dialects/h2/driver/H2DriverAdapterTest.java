package io.fluxalchemy.dialects.h2.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.driver.DriverSettings;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2DriverAdapterTest {

    private static final DriverSettings SETTINGS = new DriverSettings(Duration.ofSeconds(5), 100, 2);

    private static ConnectionFactoryOptions configured(String url) {
        return new H2DriverAdapter().configure(ConnectionFactoryOptions.parse(url), SETTINGS);
    }

    @Test
    void aDatabaseInMemoryOutlivesItsConnections() {
        assertThat(configured("r2dbc:h2:mem:///shop").getValue(Option.valueOf("DB_CLOSE_DELAY")))
                .isEqualTo("-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r2dbc:h2:mem:///shop?DB_CLOSE_DELAY=5",
                "r2dbc:h2:mem:///shop?db_close_delay=5",
                "r2dbc:h2:mem:///shop?options=DB_CLOSE_DELAY=5",
                "r2dbc:h2:file:///shop"
            })
    void whatTheUserSaysAndFilesAreLeftAlone(String url) {
        assertThat(configured(url)).isEqualTo(ConnectionFactoryOptions.parse(url));
    }
}
