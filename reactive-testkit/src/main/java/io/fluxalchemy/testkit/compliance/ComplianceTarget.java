package io.fluxalchemy.testkit.compliance;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.testkit.database.ContainerDatabase;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * The database a dialect is tested on, and the engine that all suites of one test class share; see {@link DialectCompliance} for
 * all suites at once. One of them alone is a nested class:
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
public final class ComplianceTarget implements AfterAllCallback, InvocationInterceptor {

    private final Supplier<String> url;
    private final Runnable drop;
    private final Map<String, String> differing = new HashMap<>();
    private final Set<MetaData> made = new HashSet<>();
    private @Nullable AsyncEngine engine;

    private ComplianceTarget(Supplier<String> url, Runnable drop) {
        this.url = url;
        this.drop = drop;
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
        return new ComplianceTarget(() -> url.apply(database.url()), database::close);
    }

    /**
     * As {@link #on(TestDatabase)}, for a server that only a URL or a container brings; without one the suites are skipped.
     *
     * @param database where the suites run
     * @return a JUnit extension, to be registered in a static field
     */
    public static ComplianceTarget on(ContainerDatabase database) {
        return new ComplianceTarget(database::url, database::close);
    }

    /**
     * Says that the server does not do what a test promises, as a server does that stands in for another one. The test is run and must
     * fail, so that what is said here stays true.
     *
     * @param test the suite and its test, {@code "LockSuite.aRowThatIsLockedIsSkipped"}
     * @param why what the server does instead
     * @return this target
     */
    public ComplianceTarget differing(String test, String why) {
        differing.put(test, why);
        return this;
    }

    synchronized void once(MetaData tables, Runnable make) {
        if (!made.contains(tables)) {
            make.run();
            made.add(tables);
        }
    }

    /** Whether the engine's dialect, for the version of the server, has what a statement uses. */
    boolean takes(Query<?> query) {
        try {
            return !new SqlCompiler(engine().dialect(), 1).prepare(query).text().isEmpty();
        } catch (StatementException refused) {
            return false;
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext extension)
            throws Throwable {
        Method method = test.getExecutable();
        String why = differing.get(method.getDeclaringClass().getSimpleName() + "." + method.getName());
        if (why == null) {
            invocation.proceed();
            return;
        }
        try {
            invocation.proceed();
        } catch (AssertionError | RuntimeException e) {
            return;
        }
        throw new AssertionError("the server was said to differ and does not: " + why);
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
        return url.get();
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
        drop.run();
    }
}
