package io.fluxalchemy.faults.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.r2dbc.pool.ConnectionPool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/**
 * The same cases over the same wires on peers: a plain pool with {@code usingWhen}, and Spring's transactions. A few that pass
 * everywhere by default; {@code -Dfaults.peers=} runs all whose id begins so, an empty text all, and prints how they end.
 */
class PeerMatrixIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final String ONLY = System.getProperty("faults.peers", "p5-late-");
    private static final int LANES = Integer.getInteger("faults.lanes", 12);
    private static final List<String> LOUD =
            List.of("io.r2dbc", "io.fluxalchemy", "org.springframework", "reactor", "io.netty");

    private static AsyncEngine witness;

    /** How the cases of a phase ended. */
    private static final class Tally {
        private int passed;
        private int failed;
        private int notApplicable;
        private final Map<String, Integer> kinds = new TreeMap<>();
    }

    @BeforeAll
    static void start() {
        witness = AsyncEngine.builder().url(DATABASE.url()).maxSize(20).build();
        FaultMatrixIT.prepare(witness);
        LOUD.forEach(logger -> ((Logger) LoggerFactory.getLogger(logger)).setLevel(Level.OFF));
    }

    @AfterAll
    static void stop() {
        witness.close().block(Lane.PATIENCE);
        LOUD.forEach(logger -> ((Logger) LoggerFactory.getLogger(logger)).setLevel(null));
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void howTheSameCasesEndOnPeers() throws Exception {
        Map<String, Function<ConnectionPool, Candidate>> peers = new LinkedHashMap<>();
        peers.put("r2dbc-pool with usingWhen", PlainCandidate::new);
        peers.put("spring-r2dbc", SpringCandidate::new);
        for (Map.Entry<String, Function<ConnectionPool, Candidate>> peer : peers.entrySet()) {
            Map<Phase, Tally> tallies = run(peer.getValue());
            System.out.println("peer matrix: " + peer.getKey() + ", -Dfaults.seed=" + SEED);
            tallies.forEach((phase, tally) -> System.out.println("peer matrix: | " + phase + " | " + tally.passed
                    + " | " + tally.failed + " | " + tally.notApplicable + " | " + tally.kinds + " |"));
            if (System.getProperty("faults.peers") == null) {
                assertThat(tallies.values()).allMatch(tally -> tally.failed == 0 && tally.passed == 4);
            }
        }
    }

    private static Map<Phase, Tally> run(Function<ConnectionPool, Candidate> peer) throws Exception {
        Map<Phase, Tally> tallies = new TreeMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        Candidate unused = peer.apply(null);
        List<FaultCase> cases = new ArrayList<>();
        List<Future<String>> ends = new ArrayList<>();
        for (FaultCase fault : MatrixTable.cases()) {
            if (!fault.id().startsWith(ONLY)) {
                continue;
            }
            if (!unused.expresses(fault)) {
                tallies.computeIfAbsent(fault.phase(), phase -> new Tally()).notApplicable++;
                continue;
            }
            cases.add(fault);
            ends.add(threads.submit(() -> end(fault, peer)));
        }
        for (int i = 0; i < ends.size(); i++) {
            String kind = ends.get(i).get();
            Tally tally = tallies.computeIfAbsent(cases.get(i).phase(), phase -> new Tally());
            if (kind == null) {
                tally.passed++;
            } else {
                tally.failed++;
                tally.kinds.merge(kind, 1, Integer::sum);
                System.out.println("peer matrix: " + cases.get(i).id() + ": " + kind);
            }
        }
        threads.shutdown();
        return tallies;
    }

    /** How a case failed; null where it passed. Each has a pool of its own, so that none pays for another. */
    private static String end(FaultCase fault, Function<ConnectionPool, Candidate> peer) {
        try (Lane lane = new Lane(
                DATABASE.url(),
                witness,
                "peer" + fault.pool() + "x" + System.nanoTime() % 1_000_000_000,
                fault.fault().overFaultyDriver(),
                fault.pool(),
                peer)) {
            for (int tooLate = 0; !new CaseRun(fault, lane, SEED).run(); tooLate++) {
                assertThat(tooLate).isLessThan(5);
            }
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (Throwable e) {
            return kind(String.valueOf(e.getMessage()));
        }
    }

    private static String kind(String message) {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("waits for ever", "caller waits for ever");
        kinds.put("the pool: ", "connection not given back");
        kinds.put("idle in transaction", "idle in transaction left");
        kinds.put("sessions not idle", "statement runs on");
        kinds.put("pool knows of fewer", "session the pool lost");
        kinds.put("told a success", "told a success that was none");
        kinds.put("told an error", "error where none need be");
        kinds.put("stored what must not be", "stored although it must not be");
        kinds.put("lost what must be stored", "confirmed and not stored");
        return kinds.entrySet().stream()
                .filter(kind -> message.contains(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("pool unusable afterwards: "
                        + message.lines().findFirst().orElse(""));
    }
}
