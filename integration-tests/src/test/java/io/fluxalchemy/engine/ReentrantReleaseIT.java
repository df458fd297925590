package io.fluxalchemy.engine;

import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.testkit.database.TestDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/**
 * H2's driver answers on the calling thread, so what follows a scope runs inside the call that gave its connection back. The pool
 * must not still be at work in that call: closed there, it would take the same connection away twice.
 */
class ReentrantReleaseIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();

    @BeforeEach
    void watch() {
        Hooks.onErrorDropped(dropped::add);
    }

    @AfterEach
    void forget() {
        Hooks.resetOnErrorDropped();
    }

    @Test
    void closingRightAfterWorkDropsNothing() {
        AsyncEngine engine = AsyncEngine.create(DATABASE.url());
        Mono<Integer> work = engine.one(select(value(1)));
        StepVerifier.create(work.then(work).then(work).then(engine.close())).verifyComplete();
        assertThat(dropped).isEmpty();
    }
}
