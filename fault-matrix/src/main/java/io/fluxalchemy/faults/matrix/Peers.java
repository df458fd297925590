package io.fluxalchemy.faults.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;

/** The same cases over the same wires on somebody else's transactions. A peer runs over a pool with the engine's bounds. */
public final class Peers implements AutoCloseable {

    /** How the failure of a case begins that is the matrix's, not the peer's. */
    public static final String NOT_RUN = "could not be run";

    private static final Map<String, String> KINDS = kinds();

    private final Stage stage;
    private final int lanes;
    private final long seed;

    /**
     * @param url of a PostgreSQL on which tables are made
     * @param lanes cases that run at the same time
     * @param seed of the chances in them
     */
    public Peers(String url, int lanes, long seed) {
        this.stage = new Stage(url);
        this.lanes = lanes;
        this.seed = seed;
    }

    /** Runs cases on one peer; blocks until all have ended. */
    public List<Verdict> run(Function<ConnectionPool, Candidate> peer, Predicate<FaultCase> which)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        ExecutorService oneThread = Executors.newSingleThreadExecutor();
        Candidate unused = peer.apply(null);
        List<Future<Verdict>> ends = new ArrayList<>();
        for (FaultCase fault : MatrixTable.cases()) {
            if (which.test(fault)) {
                ExecutorService by = fault.fault().changesTheServer() ? oneThread : threads;
                ends.add(by.submit(() -> unused.expresses(fault)
                        ? new Verdict(fault, true, end(fault, peer))
                        : new Verdict(fault, false, null)));
            }
        }
        try {
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<Verdict> end : ends) {
                verdicts.add(end.get());
            }
            return verdicts;
        } finally {
            threads.shutdownNow();
            oneThread.shutdownNow();
        }
    }

    /** Null where it passed. Each case has a pool of its own, so that none pays for another. */
    private String end(FaultCase fault, Function<ConnectionPool, Candidate> peer) {
        try (Lane lane = new Lane(fault, stage, peer)) {
            for (int tooLate = 0; !new CaseRun(fault, lane, seed).run(); tooLate++) {
                assertThat(tooLate).isLessThan(5);
            }
            return null;
        } catch (AssertionError e) {
            String message = String.valueOf(e.getMessage());
            return KINDS.entrySet().stream()
                    .filter(kind -> message.contains(kind.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(message);
        } catch (Exception e) {
            return NOT_RUN + ": " + e;
        }
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("a fresh query", "pool unusable afterwards");
        kinds.put("waits for ever", "caller waits for ever");
        kinds.put("idle in transaction", "session left idle in a transaction");
        kinds.put("sessions not idle", "statement runs on, or its connection is busy");
        kinds.put("the pool: ", "connection not given back");
        kinds.put("pool knows of fewer", "session the pool lost");
        kinds.put("told a success", "told a success that was none");
        kinds.put("told an error", "error where none need be");
        kinds.put("stored what must not be", "stored although it must not be");
        kinds.put("lost what must be stored", "confirmed and not stored");
        return kinds;
    }

    @Override
    public void close() throws IOException {
        stage.close();
    }
}
