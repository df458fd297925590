package io.fluxalchemy.testkit.compliance;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.schema.MetaData;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/** What the suites share: an engine, and tables that are new for every test. */
public abstract class ComplianceSuite {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final MetaData TABLES = MetaData.of(Makers.MAKERS, Items.ITEMS);

    private final ComplianceTarget target;

    ComplianceSuite(ComplianceTarget target) {
        this.target = target;
    }

    final AsyncEngine engine() {
        return target.engine();
    }

    final String url() {
        return target.url();
    }

    @BeforeEach
    final void createTables() {
        await(engine().dropAll(TABLES).then(engine().createAll(TABLES)));
    }

    @AfterEach
    final void nothingIsLeftBorrowed() {
        await(engine().pendingCleanup());
        if (engine().pool().acquired() != 0) {
            throw new AssertionError("connections are still lent after the test: " + engine().pool());
        }
    }

    static void await(Mono<?> mono) {
        mono.block(PATIENCE);
    }

    static <T> T awaitOne(Mono<T> mono) {
        T value = mono.block(PATIENCE);
        if (value == null) {
            throw new AssertionError("a value was promised and nothing came");
        }
        return value;
    }
}
