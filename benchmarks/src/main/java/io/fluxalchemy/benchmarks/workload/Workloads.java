package io.fluxalchemy.benchmarks.workload;

import io.fluxalchemy.benchmarks.contender.Contenders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Starts a database and a JVM for each contender, lets them take turns, and prints the table: for each workload and round the
 * ratio of every contender to the baseline of the same round, and the medians.
 *
 * <p>{@code --rounds 2 --millis 1000 --warmup 3000 --steady 60000 --workloads W1,W2 --contenders RAW,FLUXALCHEMY --jvm -XX:+UseParallelGC}; all are optional,
 * and the baseline always takes part.
 */
public final class Workloads {

    private Workloads() {}

    public static void main(String[] args) {
        Options options = Options.parse(args);
        Map<Contenders, ContenderHandle> contenders = new LinkedHashMap<>();
        try (Server server = new Server(Size.MEASURED)) {
            Table table = new Table(options, server.version());
            try {
                for (Contenders each : options.contenders()) {
                    contenders.put(each, new ContenderHandle(each, server, options.jvmFlags()));
                }
                run(options, server, contenders, table);
            } finally {
                contenders.values().forEach(ContenderHandle::close);
            }
            System.out.println(table.print());
        }
    }

    private static void run(Options options, Server server, Map<Contenders, ContenderHandle> contenders, Table table) {
        for (Workload workload : options.workloads()) {
            contenders.forEach((each, handle) -> {
                Duration warmedUp = options.warmUp().run(handle, workload);
                System.out.println(workload + " " + each.title() + ": warm after " + warmedUp.toMillis() + " ms");
                server.resetCount();
                handle.once(workload);
                table.counted(workload, each, server.statements(), server.controls());
            });
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (Workload workload : options.workloads()) {
                server.library().clean();
                // who goes first changes, so that nobody always follows the same one
                List<Contenders> order = options.order(round);
                for (Contenders each : order) {
                    ContenderHandle handle = Objects.requireNonNull(contenders.get(each));
                    table.add(workload, each, handle.measure(workload, options.time()));
                }
                System.out.println("round " + (round + 1) + " " + workload + ": " + table.round(workload, round));
            }
        }
    }
}
