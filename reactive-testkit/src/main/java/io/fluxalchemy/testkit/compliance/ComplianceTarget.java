package io.fluxalchemy.testkit.compliance;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The database a dialect is tested on, and the engine that all suites of one test class share.
 *
 * <pre>{@code
 * class MyDialectComplianceIT {
 *     @RegisterExtension
 *     static final ComplianceTarget TARGET = ComplianceTarget.on(TestDatabase.postgresql());
 *
 *     @Nested
 *     class Inserts extends InsertSuite {
 *         Inserts() {
 *             super(TARGET);
 *         }
 *     }
 * }
 * }</pre>
 */
public final class ComplianceTarget implements AfterAllCallback {

    private final TestDatabase database;
    private final UnaryOperator<String> url;
    private @Nullable AsyncEngine engine;

    private ComplianceTarget(TestDatabase database, UnaryOperator<String> url) {
        this.database = database;
        this.url = url;
    }

    /**
     * A target that is started when the first suite asks for it.
     *
     * @param database where the suites run
     * @return a JUnit extension, to be registered in a static field
     */
    public static ComplianceTarget on(TestDatabase database) {
        return on(database, UnaryOperator.identity());
    }

    /**
     * As {@link #on(TestDatabase)}, through another driver.
     *
     * @param database where the suites run
     * @param url makes the engine's URL of the database's
     * @return a JUnit extension, to be registered in a static field
     */
    public static ComplianceTarget on(TestDatabase database, UnaryOperator<String> url) {
        return new ComplianceTarget(database, url);
    }

    synchronized AsyncEngine engine() {
        AsyncEngine running = engine;
        if (running == null) {
            running = AsyncEngine.create(url());
            engine = running;
        }
        return running;
    }

    String url() {
        return url.apply(database.url());
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        AsyncEngine running = engine;
        boolean nestedClass =
                context.getParent().flatMap(ExtensionContext::getTestClass).isPresent();
        if (nestedClass || running == null) {
            return;
        }
        running.close().block(Duration.ofSeconds(30));
        engine = null;
        database.close();
    }
}
