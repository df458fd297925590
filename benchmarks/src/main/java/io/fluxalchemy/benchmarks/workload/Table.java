package io.fluxalchemy.benchmarks.workload;

import io.fluxalchemy.benchmarks.contender.Contenders;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The figures of a run, and how they are printed: as tables in Markdown. */
final class Table {

    private final Options options;
    private final String server;
    private final double loadBefore = load();
    private final Map<Workload, Map<Contenders, List<Figures>>> figures = new EnumMap<>(Workload.class);
    private final Map<Workload, Map<Contenders, String>> statements = new EnumMap<>(Workload.class);

    Table(Options options, String server) {
        this.options = options;
        this.server = server;
    }

    void counted(Workload workload, Contenders contender, long statementCount, long controlCount) {
        statements
                .computeIfAbsent(workload, any -> new EnumMap<>(Contenders.class))
                .put(contender, statementCount + (controlCount == 0 ? "" : " + " + controlCount));
    }

    void add(Workload workload, Contenders contender, Figures turn) {
        figures.computeIfAbsent(workload, any -> new EnumMap<>(Contenders.class))
                .computeIfAbsent(contender, any -> new ArrayList<>())
                .add(turn);
    }

    /** One round of one workload in a line. */
    String round(Workload workload, int round) {
        double baseline = of(workload, Contenders.RAW).get(round).rate();
        return options.contenders().stream()
                .map(each -> each.title() + " "
                        + number(of(workload, each).get(round).rate() / baseline))
                .collect(Collectors.joining(", "));
    }

    String print() {
        return String.join(
                "\n",
                "",
                conditions(),
                "",
                "Rate, as a ratio to the baseline of the same round: median (lowest to highest)",
                rows((workload, each) -> ratios(workload, each)),
                "Rate of the baseline: "
                        + options.workloads().stream()
                                .map(workload -> workload + " "
                                        + number(median(of(workload, Contenders.RAW), Figures::rate)) + "/s")
                                .collect(Collectors.joining(", ")),
                "",
                "CPU of the client in µs per unit, median",
                rows((workload, each) ->
                        number(median(of(workload, each), turn -> turn.cpuMicrosPerUnit(workload.units())))),
                "Bytes allocated by the client per unit, median",
                rows((workload, each) -> String.format(
                        Locale.ROOT, "%,.0f", median(of(workload, each), turn -> turn.bytesPerUnit(workload.units())))),
                "Statements the server executed for one operation, as pg_stat_statements counts them (+ transaction control)",
                rows((workload, each) ->
                        Objects.requireNonNull(statements.get(workload)).getOrDefault(each, "–")));
    }

    private String conditions() {
        return String.format(
                Locale.ROOT,
                "%d rounds of %d ms each, warm-up of %d ms and up to %d ms while the rate grows; %s; JDK %s; %d cores shared by client and server; load of the machine %.1f before, %.1f after",
                options.rounds(),
                options.time().toMillis(),
                options.warmUp().least().toMillis(),
                Math.max(
                        options.warmUp().least().toMillis(),
                        options.warmUp().most().toMillis()),
                server,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                loadBefore,
                load());
    }

    private String ratios(Workload workload, Contenders each) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            ratios.add(of(workload, each).get(round).rate()
                    / of(workload, Contenders.RAW).get(round).rate());
        }
        ratios.sort(null);
        return each == Contenders.RAW
                ? "1"
                : number(median(ratios)) + " (" + number(ratios.get(0)) + "–" + number(ratios.get(ratios.size() - 1))
                        + ")";
    }

    private String rows(Cell cell) {
        StringBuilder text = new StringBuilder("\n| workload | per |");
        options.contenders()
                .forEach(each -> text.append(' ').append(each.title()).append(" |"));
        text.append("\n|---|---|")
                .append("--:|".repeat(options.contenders().size()))
                .append('\n');
        for (Workload workload : options.workloads()) {
            text.append("| ")
                    .append(workload)
                    .append(' ')
                    .append(workload.title())
                    .append(" | ")
                    .append(workload.unit());
            options.contenders().forEach(each -> text.append(" | ").append(cell.text(workload, each)));
            text.append(" |\n");
        }
        return text.toString();
    }

    @FunctionalInterface
    private interface Cell {
        String text(Workload workload, Contenders contender);
    }

    private List<Figures> of(Workload workload, Contenders contender) {
        return Objects.requireNonNull(
                Objects.requireNonNull(figures.get(workload)).get(contender));
    }

    private static double median(List<Figures> turns, ToDoubleFunction<Figures> figure) {
        return median(turns.stream().map(figure::applyAsDouble).sorted().toList());
    }

    private static double median(List<Double> sorted) {
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
