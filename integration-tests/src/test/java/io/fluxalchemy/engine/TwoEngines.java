package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.quiet;
import static io.fluxalchemy.engine.Entries.recreate;
import static io.fluxalchemy.engine.Entries.verify;

import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An engine of one connection and one of ten over a new table; after each test every connection of both has come back. */
abstract class TwoEngines {

    final Entries heard = new Entries();
    AsyncEngine engine;
    AsyncEngine wide;

    abstract TestDatabase database();

    @BeforeEach
    void open() {
        engine = AsyncEngine.builder()
                .url(database().url())
                .maxSize(1)
                .acquireTimeout(Duration.ofSeconds(2))
                .listener(heard)
                .build();
        wide = AsyncEngine.builder()
                .url(database().url())
                .maxSize(10)
                .acquireTimeout(Entries.SOON) // a busy machine is no fault
                .build();
        recreate(wide);
    }

    @AfterEach
    void everyConnectionCameBack() {
        quiet(engine);
        quiet(wide);
        verify(engine.close(Duration.ofSeconds(2)).then(wide.close(Duration.ofSeconds(2))));
    }
}
