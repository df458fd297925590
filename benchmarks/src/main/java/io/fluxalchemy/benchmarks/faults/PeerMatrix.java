package io.fluxalchemy.benchmarks.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.fluxalchemy.faults.matrix.Candidate;
import io.fluxalchemy.faults.matrix.FaultCase;
import io.fluxalchemy.faults.matrix.Peers;
import io.fluxalchemy.faults.matrix.Phase;
import io.fluxalchemy.faults.matrix.Verdict;
import io.r2dbc.pool.ConnectionPool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * Runs every case of the fault matrix on each peer and prints how they end: each failure as it comes, then a table by phases and one
 * by kinds of failures. Arguments are the beginnings of the cases' ids, such as {@code p8-reset}; none for all, which takes a
 * quarter of an hour. {@code -Dfaults.lanes} and {@code -Dfaults.seed} as for the matrix on the engine.
 */
public final class PeerMatrix {

    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int LANES = Integer.getInteger("faults.lanes", 12);
    /** Cut links by the thousand are what this is about; the log need not say so. */
    private static final List<String> LOUD =
            List.of("io.r2dbc", "io.fluxalchemy", "org.springframework", "reactor", "io.netty");

    private PeerMatrix() {}

    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .start()) {
            print(run(
                    "r2dbc:postgresql://postgres@localhost:" + server.getPort() + "/postgres",
                    fault -> args.length == 0 || Arrays.stream(args).anyMatch(fault.id()::startsWith)));
        }
    }

    /** How the cases ended, by peer. */
    static Map<String, List<Verdict>> run(String url, Predicate<FaultCase> which) throws Exception {
        Map<String, Function<ConnectionPool, Candidate>> peers = new LinkedHashMap<>();
        peers.put("plain pool", PlainCandidate::new);
        peers.put("Spring", SpringCandidate::new);
        LOUD.forEach(logger -> level(logger, Level.OFF));
        Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
        try (Peers matrix = new Peers(url, LANES, SEED)) {
            for (Map.Entry<String, Function<ConnectionPool, Candidate>> peer : peers.entrySet()) {
                verdicts.put(peer.getKey(), matrix.run(peer.getValue(), which));
            }
        } finally {
            LOUD.forEach(logger -> level(logger, null));
        }
        return verdicts;
    }

    private static void level(String logger, Level level) {
        ((Logger) LoggerFactory.getLogger(logger)).setLevel(level);
    }

    private static void print(Map<String, List<Verdict>> verdicts) {
        System.out.println("-Dfaults.seed=" + SEED);
        verdicts.forEach((peer, all) -> all.stream()
                .filter(verdict -> verdict.failure() != null)
                .forEach(verdict ->
                        System.out.println(peer + ": " + verdict.fault().id() + ": " + verdict.failure())));
        String peers = String.join(" passed / failed / n.a. | ", verdicts.keySet()) + " passed / failed / n.a.";
        System.out.println("\n| phase | cases | " + peers + " |\n|---|---|" + "---|".repeat(verdicts.size()));
        for (Phase phase : Phase.values()) {
            row(phase.name(), verdicts, verdict -> verdict.fault().phase() == phase);
        }
        row("all", verdicts, verdict -> true);
        Map<String, Map<String, Long>> kinds = new TreeMap<>();
        verdicts.forEach((peer, all) -> all.stream()
                .filter(verdict -> verdict.failure() != null)
                .collect(Collectors.groupingBy(Verdict::failure, Collectors.counting()))
                .forEach((kind, n) ->
                        kinds.computeIfAbsent(kind, k -> new TreeMap<>()).put(peer, n)));
        System.out.println("\n| how a case failed | " + String.join(" | ", verdicts.keySet()) + " |\n|---|"
                + "---|".repeat(verdicts.size()));
        kinds.forEach((kind, counts) -> System.out.println("| " + kind + " | "
                + verdicts.keySet().stream()
                        .map(peer -> String.valueOf(counts.getOrDefault(peer, 0L)))
                        .collect(Collectors.joining(" | "))
                + " |"));
    }

    private static void row(String title, Map<String, List<Verdict>> verdicts, Predicate<Verdict> which) {
        List<String> cells = verdicts.values().stream()
                .map(all -> all.stream().filter(which).toList())
                .map(all -> count(all, Verdict::isPassed) + " / " + count(all, verdict -> verdict.failure() != null)
                        + " / " + count(all, verdict -> !verdict.isApplicable()))
                .toList();
        long cases = verdicts.values().iterator().next().stream().filter(which).count();
        if (cases > 0) {
            System.out.println("| " + title + " | " + cases + " | " + String.join(" | ", cells) + " |");
        }
    }

    private static long count(List<Verdict> verdicts, Predicate<Verdict> which) {
        return verdicts.stream().filter(which).count();
    }
}
