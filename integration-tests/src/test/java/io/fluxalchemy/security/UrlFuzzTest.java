package io.fluxalchemy.security;

import static org.assertj.core.api.Assertions.fail;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Point 19: any text as a URL makes an engine or a ConfigurationException. */
class UrlFuzzTest {

    private static final List<String> PIECES = List.of(
            "r2dbc:",
            "r2dbcs:",
            "jdbc:",
            "postgresql",
            "mariadb",
            "h2:mem",
            "pool:",
            "://",
            "//",
            "/",
            ":",
            "@",
            "?",
            "&",
            "=",
            "#",
            "%",
            "%41",
            "%zz",
            "user",
            "pass",
            "localhost",
            "127.0.0.1",
            "[::1]",
            "[",
            "]",
            ":5432",
            ":99999999999",
            ":-1",
            "db",
            "fluxalchemy.maxSize=3",
            "fluxalchemy.maxSize=-3",
            "fluxalchemy.acquireTimeout=P1D",
            "fluxalchemy.acquireTimeout=PT",
            "fluxalchemy.slowQuery=-1",
            "fluxalchemy.statementCacheSize=99999999999",
            "fluxalchemy.maxRows=0",
            "fluxalchemy.echo=",
            "sslMode=verify-full",
            "sslMode=what",
            "ssl=maybe",
            "connectTimeout=PT1S",
            "connectTimeout=x",
            "port=x",
            " ",
            "\n",
            "\0",
            "é",
            "😀",
            "..",
            ",",
            ";",
            "options=a=b",
            "fluxalchemy.",
            "driver=h2",
            "host=",
            "tcpNoDelay=x");

    @Test
    void anyTextIsAUrlOrRefused() {
        long seed = Long.getLong("fluxalchemy.seed", System.nanoTime());
        Random random = new Random(seed);
        int rounds = Integer.getInteger("fluxalchemy.fuzz", 20_000);
        for (int i = 0; i < rounds; i++) {
            StringBuilder url = new StringBuilder(random.nextInt(3) == 0 ? "" : "r2dbc:postgresql://");
            for (int j = random.nextInt(9); j > 0; j--) {
                url.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            try {
                AsyncEngine.create(url.toString()).close(Duration.ZERO).block(Duration.ofSeconds(10));
            } catch (ConfigurationException refused) {
                // what is not understood is refused by this exception and no other
            } catch (RuntimeException | Error other) {
                fail("seed " + seed + ": " + url, other);
            }
        }
    }
}
