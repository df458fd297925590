package io.fluxalchemy.faults.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.io.IOException;
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
 * time is waiting. {@code -Dfaults.only=p8-reset,p9} runs those whose id begins so, {@code -Dfaults.seed=…} with the chances of an
 * earlier run, {@code -Dfaults.lanes=1} one after the other.
 */
class FaultMatrixIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final List<String> ONLY =
            List.of(System.getProperty("faults.only", "").split(",", -1));
    private static final int LANES = Integer.getInteger("faults.lanes", 8);
    private static final int WAITING = 24;

    /** Cut links by the thousand are what this class is about; the log need not say so. */
    private static final List<String> LOUD = List.of("io.r2dbc.postgresql.client", "io.fluxalchemy");

    private static Stage stage;
    private static ExecutorService threads;
    /** Those that change a server's configuration run one after the other. */
    private static ExecutorService oneThread;
    /** Those that wait until a bound is over do nothing meanwhile, so that many of them fit beside the others. */
    private static ExecutorService waiting;

    private static DroppedSignals dropped;
    private static final Map<String, BlockingQueue<Lane>> FREE = new HashMap<>();

    @BeforeAll
    static void start() {
        stage = new Stage(DATABASE.url());
        dropped = DroppedSignals.watch();
        for (String logger : LOUD) {
            ((Logger) LoggerFactory.getLogger(logger)).setLevel(Level.OFF);
        }
        threads = Executors.newFixedThreadPool(LANES);
        oneThread = LANES == 1 ? threads : Executors.newSingleThreadExecutor();
        waiting = LANES == 1 ? threads : Executors.newFixedThreadPool(WAITING);
    }

    @AfterAll
    static void stop() throws IOException {
        threads.shutdownNow();
        oneThread.shutdownNow();
        waiting.shutdownNow();
        FREE.values().forEach(lanes -> lanes.forEach(Lane::close));
        dropped.close();
        for (String logger : LOUD) {
            ((Logger) LoggerFactory.getLogger(logger)).setLevel(null);
        }
        stage.close();
    }

    @TestFactory
    Stream<DynamicTest> everyCaseEndsAsTheContractDemands() {
        System.out.println("fault matrix: -Dfaults.seed=" + SEED);
        List<DynamicTest> tests = new ArrayList<>();
        for (FaultCase fault : MatrixTable.cases()) {
            if (ONLY.stream().anyMatch(fault.id()::startsWith)) {
                Future<?> result = threads(fault).submit(() -> run(fault));
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

    private static ExecutorService threads(FaultCase fault) {
        if (fault.fault().changesTheServer()) {
            return oneThread;
        }
        return fault.outlastsItsAcquire() ? waiting : threads;
    }

    private static Void run(FaultCase fault) throws InterruptedException {
        BlockingQueue<Lane> free = free(fault);
        Lane lane = free.poll();
        if (lane == null) {
            lane = new Lane(fault, stage);
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
            if (whole && !fault.fault().changesTheServer()) {
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
                    fault.pool() + "/" + fault.fault().overFaultyDriver() + "/" + fault.isPatient() + "/"
                            + fault.fault().changesTheServer(),
                    key -> new LinkedBlockingQueue<>());
        }
    }
}
