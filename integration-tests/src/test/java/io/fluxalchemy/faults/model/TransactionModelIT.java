package io.fluxalchemy.faults.model;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.EngineListener;
import io.fluxalchemy.engine.TransactionEvent;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Random programs of statements, savepoints, joined blocks, failures and callers that leave: each ends as the model says, in what
 * its caller is told, what listeners are told and what is stored. {@code -Dmodel.programs=100000} runs more,
 * {@code -Dmodel.seed=…} those of an earlier run.
 */
class TransactionModelIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PROGRAMS = Integer.getInteger("model.programs", 2_000);
    private static final long SEED = Long.getLong("model.seed", System.nanoTime());
    private static final int LANES = 4;

    @Test
    @Timeout(value = 7, unit = TimeUnit.DAYS)
    void everyProgramEndsAsTheModelSays() throws Exception {
        AsyncEngine witness =
                AsyncEngine.builder().url(DATABASE.url()).maxSize(LANES).build();
        witness.execute(sql("create table made (id int primary key)")).block(PATIENCE);
        witness.execute(sql("insert into made values (" + ProgramRun.TAKEN + ")"))
                .block(PATIENCE);
        AtomicInteger keys = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        List<Future<?>> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            long first = SEED + (long) lane * PROGRAMS;
            lanes.add(threads.submit(() -> run(witness, keys, first, PROGRAMS / LANES)));
        }
        for (Future<?> lane : lanes) {
            lane.get();
        }
        threads.shutdown();
        witness.close().block(PATIENCE);
    }

    private static void run(AsyncEngine witness, AtomicInteger keys, long firstSeed, int programs) {
        List<Outcome> outcomes = new CopyOnWriteArrayList<>();
        AsyncEngine engine = AsyncEngine.builder()
                .url(DATABASE.url())
                .maxSize(1)
                .listener(new EngineListener() {
                    @Override
                    public void onTransaction(TransactionEvent event) {
                        if (event.outcome() != null) {
                            outcomes.add(event.outcome());
                        }
                    }
                })
                .build();
        for (long seed = firstSeed; seed < firstSeed + programs; seed++) {
            List<Step> program = new Programs(seed, keys).next();
            Model.Prediction predicted = Model.of(program);
            outcomes.clear();
            Throwable error = null;
            try {
                new ProgramRun(engine).of(program).block(PATIENCE);
            } catch (RuntimeException e) {
                error = e;
            }
            engine.pendingCleanup().block(PATIENCE);
            String told = "-Dmodel.seed=" + seed + " -Dmodel.programs=4: " + program;
            if (predicted.error() == null) {
                assertThat(error).as(told).isNull();
            } else {
                assertThat(error).as(told).isInstanceOf(predicted.error());
            }
            assertThat(outcomes).as(told).containsExactly(predicted.outcome());
            assertThat(stored(witness, program)).as(told).isEqualTo(predicted.rows());
            assertThat(engine.pool().acquired()).as(told).isZero();
        }
        engine.close().block(PATIENCE);
    }

    /** Which of the keys of a program are stored. */
    private static Set<Integer> stored(AsyncEngine witness, List<Step> program) {
        Set<Integer> keys = new TreeSet<>();
        collect(program, keys);
        if (keys.isEmpty()) {
            return keys;
        }
        String list = keys.stream()
                .map(String::valueOf)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        return new TreeSet<>(witness.all(
                        sql("select id from made where id in (" + list + ")").as(Integer.class))
                .block(PATIENCE));
    }

    private static void collect(List<Step> steps, Set<Integer> keys) {
        for (Step step : steps) {
            if (step instanceof Step.Insert insert) {
                keys.add(insert.key());
            } else if (step instanceof Step.AtOnce atOnce) {
                keys.addAll(atOnce.keys());
            } else if (step instanceof Step.Block block) {
                collect(block.steps(), keys);
            }
        }
    }
}
