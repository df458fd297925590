package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.testkit.compliance.Items.ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StreamOpenException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** An engine connects when it must, and one connection runs one statement at a time. */
public abstract class ConnectionSuite extends WritingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected ConnectionSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void theDialectIsTheOneOfTheUrl() {
        assertThat(url()).startsWith("r2dbc:" + engine().dialect().name());
    }

    @Test
    void anEngineThatIsNeverUsedNeverConnects() {
        AsyncEngine nowhere = AsyncEngine.create(url().replaceFirst("//[^/]*/", "//nobody@localhost:1/"));
        assertThat(nowhere.pool().acquired()).isZero();
        StepVerifier.create(nowhere.close()).expectComplete().verify(PATIENCE);
    }

    @Test
    void aConstantComesBack() {
        StepVerifier.create(engine().one(select(value(42))))
                .expectNext(42)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void textWithNamedParametersRuns() {
        StepVerifier.create(
                        engine().one(sql("select :a as answer").bind("a", "yes").rows())
                                .map(row -> row.get("answer", String.class)))
                .expectNext("yes")
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void tenOperationsOfOneConnectionMayBeZipped() {
        Mono<List<Integer>> sums = engine().read(c -> Flux.fromStream(
                        IntStream.range(0, 10).boxed().map(i -> c.one(select(value(i)))))
                .flatMapSequential(one -> one)
                .collectList());
        StepVerifier.create(sums)
                .expectNext(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void anOperationInsideAnOpenStreamFailsAndDoesNotHang() {
        await(SuiteRows.insertItems(engine(), 5));
        Flux<Long> nested = engine().readMany(c -> c.stream(select(ITEMS.id).from(ITEMS))
                .flatMap(id -> c.count(select(ITEMS.id).from(ITEMS))));
        StepVerifier.create(nested).expectError(StreamOpenException.class).verify(PATIENCE);
    }

    @Test
    void aStreamThatIsCancelledGivesItsConnectionBack() {
        await(SuiteRows.insertItems(engine(), 50));
        StepVerifier.create(engine().stream(select(ITEMS.title).from(ITEMS)).take(3))
                .expectNextCount(3)
                .expectComplete()
                .verify(PATIENCE);
        StepVerifier.create(engine().count(select(ITEMS.id).from(ITEMS)))
                .expectNext(50L)
                .expectComplete()
                .verify(PATIENCE);
    }
}
