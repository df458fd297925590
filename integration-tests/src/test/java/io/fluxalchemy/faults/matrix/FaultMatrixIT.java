package io.fluxalchemy.faults.matrix;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/**
 * Every case of the matrix, each followed by a check that all is quiet. Cases run beside each other on lanes, since most of their
 * time is waiting. {@code -Dfaults.only=p8-reset} runs those whose id begins so, {@code -Dfaults.seed=…} with the chances of an
 * earlier run, {@code -Dfaults.lanes=1} one after the other.
 */
class FaultMatrixIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final String ONLY = System.getProperty("faults.only", "");
    private static final int LANES = Integer.getInteger("faults.lanes", 8);

    /** Cut links by the thousand are what this class is about; the log need not say so. */
    private static final List<String> LOUD = List.of("io.r2dbc.postgresql.client", "io.fluxalchemy");

    private static AsyncEngine witness;
    private static ExecutorService threads;
    private static DroppedSignals dropped;
    private static final Map<String, BlockingQueue<Lane>> FREE = new HashMap<>();

    @BeforeAll
    static void start() {
        witness = AsyncEngine.builder().url(DATABASE.url()).maxSize(20).build();
        prepare(witness);
        dropped = DroppedSignals.watch();
        for (String logger : LOUD) {
            ((Logger) LoggerFactory.getLogger(logger)).setLevel(Level.OFF);
        }
        threads = Executors.newFixedThreadPool(LANES);
    }

    /** The tables all cases use. */
    static void prepare(AsyncEngine witness) {
        for (String text : List.of(
                "create table entry (id bigint primary key, n int not null default 1)",
                "create table deferred_entry (id bigint, unique (id) deferrable initially deferred)",
                "insert into deferred_entry values (1)",
                "create table slow_entry (id bigint)",
                "create function slowly() returns trigger language plpgsql as"
                        + " $$ begin perform pg_sleep(10); return null; end $$",
                "create constraint trigger slow_commit after insert on slow_entry deferrable initially deferred"
                        + " for each row execute function slowly()")) {
            witness.execute(sql(text)).block(Lane.PATIENCE);
        }
        AsyncSessionFactory.of(witness, FlushedRow.class).createAll().block(Lane.PATIENCE);
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
        FREE.values().forEach(lanes -> lanes.forEach(Lane::close));
        dropped.close();
        for (String logger : LOUD) {
            ((Logger) LoggerFactory.getLogger(logger)).setLevel(null);
        }
        witness.close().block(Lane.PATIENCE);
    }

    @TestFactory
    Stream<DynamicTest> everyCaseEndsAsTheContractDemands() {
        System.out.println("fault matrix: -Dfaults.seed=" + SEED);
        List<DynamicTest> tests = new ArrayList<>();
        for (FaultCase fault : MatrixTable.cases()) {
            if (fault.id().startsWith(ONLY)) {
                Future<?> result = threads.submit(() -> run(fault));
                tests.add(DynamicTest.dynamicTest(fault.id(), () -> {
                    try {
                        result.get();
                    } catch (ExecutionException e) {
                        throw new AssertionError(
                                "case " + fault.id() + ", -Dfaults.seed=" + SEED + ": "
                                        + e.getCause().getMessage(),
                                e.getCause());
                    }
                }));
            }
        }
        tests.add(DynamicTest.dynamicTest(
                "no signal was dropped", () -> assertThat(dropped.seen()).isEmpty()));
        return tests.stream();
    }

    @Test
    void theIdsOfCasesAreUnique() {
        List<String> ids = MatrixTable.cases().stream().map(FaultCase::id).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(1_000);
    }

    private static Void run(FaultCase fault) throws InterruptedException {
        BlockingQueue<Lane> free = free(fault);
        Lane lane = free.poll();
        if (lane == null) {
            lane = new Lane(
                    DATABASE.url(),
                    witness,
                    "lane" + fault.pool() + "x" + System.nanoTime() % 1_000_000_000,
                    fault.fault().overFaultyDriver(),
                    fault.isPatient(),
                    fault.pool());
        }
        boolean whole = false;
        try {
            for (int tooLate = 0; !new CaseRun(fault, lane, SEED).run(); tooLate++) {
                assertThat(tooLate)
                        .as("runs whose deadline came before their fault")
                        .isLessThan(5);
            }
            whole = true;
        } finally {
            if (whole) {
                free.add(lane);
            } else {
                lane.close();
            }
        }
        return null;
    }

    private static BlockingQueue<Lane> free(FaultCase fault) {
        synchronized (FREE) {
            return FREE.computeIfAbsent(
                    fault.pool() + "/" + fault.fault().overFaultyDriver() + "/" + fault.isPatient(),
                    key -> new LinkedBlockingQueue<>());
        }
    }
}
