package io.fluxalchemy.benchmarks.workload;

import io.fluxalchemy.benchmarks.contender.Contenders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What a run was asked for. */
record Options(
        int rounds,
        Duration time,
        WarmUp warmUp,
        List<Workload> workloads,
        List<Contenders> contenders,
        List<String> jvmFlags) {

    static Options parse(String[] args) {
        Options options =
                new Options(2, Duration.ofMillis(1_000), WarmUp.DEFAULT, Workload.all(), Contenders.all(), List.of());
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            options = options.with(args[i], args[i + 1]);
        }
        return options;
    }

    private Options with(String option, String value) {
        return switch (option) {
            case "--rounds" -> new Options(Integer.parseInt(value), time, warmUp, workloads, contenders, jvmFlags);
            case "--millis" -> new Options(rounds, millis(value), warmUp, workloads, contenders, jvmFlags);
            case "--warmup" ->
                new Options(rounds, time, warmUp.atLeast(millis(value)), workloads, contenders, jvmFlags);
            case "--steady" -> new Options(rounds, time, warmUp.atMost(millis(value)), workloads, contenders, jvmFlags);
            case "--workloads" ->
                new Options(
                        rounds, time, warmUp, list(value).map(Workload::valueOf).toList(), contenders, jvmFlags);
            case "--contenders" ->
                new Options(
                        rounds,
                        time,
                        warmUp,
                        workloads,
                        Stream.concat(Stream.of(Contenders.RAW), list(value).map(Contenders::valueOf))
                                .distinct()
                                .toList(),
                        jvmFlags);
            case "--jvm" ->
                new Options(
                        rounds,
                        time,
                        warmUp,
                        workloads,
                        contenders,
                        Stream.concat(jvmFlags.stream(), Stream.of(value)).toList());
            default ->
                throw new IllegalArgumentException("no such option: " + option
                        + "; there are --rounds --millis --warmup --steady --workloads --contenders --jvm");
        };
    }

    private static Duration millis(String value) {
        return Duration.ofMillis(Long.parseLong(value));
    }

    private static Stream<String> list(String value) {
        return Stream.of(value.split(","));
    }

    /** Who takes turns in a round, in which order. */
    List<Contenders> order(int round) {
        List<Contenders> order = new ArrayList<>(contenders);
        Collections.rotate(order, round);
        return order;
    }
}
