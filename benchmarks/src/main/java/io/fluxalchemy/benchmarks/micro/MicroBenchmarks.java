package io.fluxalchemy.benchmarks.micro;

import io.fluxalchemy.benchmarks.workload.OwnClassPath;
import org.openjdk.jmh.Main;

/** JMH's command line, with the class path that Maven made; takes its arguments. */
public final class MicroBenchmarks {

    private MicroBenchmarks() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.class.path", OwnClassPath.text());
        Main.main(arguments);
    }
}
