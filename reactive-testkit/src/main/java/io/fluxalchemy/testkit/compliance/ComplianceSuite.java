package io.fluxalchemy.testkit.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterEach;
import reactor.core.publisher.Mono;

/** What the suites share: an engine, and what a statement may come to that not every database has. */
public abstract class ComplianceSuite {

    static final Duration PATIENCE = Duration.ofSeconds(30);

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

    final Dialect dialect() {
        return engine().dialect();
    }

    /** Tables that no test changes: created and filled when a test of the target asks for them first. */
    final void once(MetaData tables, Supplier<Mono<?>> fill) {
        target.once(tables, () -> {
            renew(tables);
            await(fill.get());
        });
    }

    /** Tables as new and without rows. */
    final void renew(MetaData tables) {
        await(engine().dropAll(tables).then(engine().createAll(tables)));
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

    final <R> List<R> all(Query<R> query) {
        return awaitOne(engine().all(query));
    }

    final <R> ListAssert<R> assertRows(Query<R> query) {
        return assertThat(all(query));
    }

    final long written(Command command) {
        return awaitOne(engine().execute(command));
    }

    /** The rows of a query, where the dialect has the feature; where it has not, the query is refused by that name. */
    final <R> void where(Feature feature, Query<R> query, Consumer<ListAssert<R>> rows) {
        if (dialect().supports(feature)) {
            rows.accept(assertRows(query));
        } else {
            assertRefused(feature.description(), query);
        }
    }

    /** The rows of a query, or its refusal, which says what the dialect does not have; nothing is sent then. */
    final <R> void whereTaken(String what, Query<R> query, Consumer<ListAssert<R>> rows) {
        if (isTaken(query)) {
            rows.accept(assertRows(query));
        } else {
            assertRefused(what, query);
        }
    }

    /** Whether a statement is compiled at all. */
    final boolean isTaken(Query<?> query) {
        return target.takes(query);
    }

    private void assertRefused(String what, Query<?> query) {
        assertThatThrownBy(() -> all(query))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining(dialect().name() + " does not have")
                .hasMessageContaining(what);
    }
}
