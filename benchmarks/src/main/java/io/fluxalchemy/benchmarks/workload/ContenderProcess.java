package io.fluxalchemy.benchmarks.workload;

import io.fluxalchemy.benchmarks.contender.Contender;
import io.fluxalchemy.benchmarks.contender.Contenders;
import io.fluxalchemy.benchmarks.contender.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The program of one contender's JVM: does what standard input says, and answers on standard output, line by line. */
public final class ContenderProcess {

    /** What an answer begins with; other lines are the JVM's own. */
    static final String ANSWER = "ANSWER ";

    static final String READY = "READY";
    static final String ONCE = "ONCE";
    static final String MEASURE = "MEASURE";

    private ContenderProcess() {}

    public static void main(String[] args) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // what libraries print must not be taken for an answer
        System.setOut(System.err);
        Target target = new Target(args[1], Integer.parseInt(args[2]), args[3], args[4], Integer.parseInt(args[5]));
        try (Contender<?, ?> contender = Contenders.valueOf(args[0]).open(target);
                Library library = new Library(args[6], Size.MEASURED);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Runs<?, ?> runs = new Runs<>(contender, library);
            answers.println(ANSWER + READY);
            for (String order; (order = orders.readLine()) != null; ) {
                answers.println(ANSWER + answer(runs, order.split(" ")));
            }
        }
        System.exit(0);
    }

    private static String answer(Runs<?, ?> runs, String[] order) {
        Workload workload = Workload.valueOf(order[1]);
        if (order[0].equals(ONCE)) {
            runs.once(workload);
            return READY;
        }
        return runs.measure(workload, Duration.ofMillis(Long.parseLong(order[2])))
                .line();
    }
}
