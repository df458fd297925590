package io.fluxalchemy.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** JMH runs in commands only; what it measures is checked in the build. */
class MicroBenchmarksTest {

    @Test
    void bothRenderTheSameSearch() {
        RenderBenchmark benchmark = new RenderBenchmark();

        benchmark.check();

        assertThat(benchmark.find().parameters()).hasSize(6);
        BookSearch search = new BookSearch("the%", BigDecimal.TEN, 100, 20);
        assertThat(search.jooq(DSL.using(SQLDialect.POSTGRES)).getBindValues()).hasSize(6);
    }

    @Test
    void plansAreThoseToBeMeasured() {
        EntityBenchmark benchmark = new EntityBenchmark();

        benchmark.fill();

        assertThat(benchmark.rowsToEntities()).hasSize(LoadedBooks.COUNT);
    }
}
