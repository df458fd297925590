package io.fluxalchemy.benchmarks.workload;

import io.fluxalchemy.benchmarks.contender.Contenders;
import io.fluxalchemy.benchmarks.contender.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A contender in a JVM of its own, seen from the program that gives turns. */
final class ContenderHandle implements AutoCloseable {

    private final Contenders contender;
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    ContenderHandle(Contenders contender, Server server, List<String> jvmFlags) {
        Target target = server.target();
        this.contender = contender;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms512m", "-Xmx512m"));
        command.addAll(jvmFlags);
        command.addAll(List.of(
                "-cp",
                OwnClassPath.text(),
                ContenderProcess.class.getName(),
                contender.name(),
                target.host(),
                Integer.toString(target.port()),
                target.database(),
                target.user(),
                Integer.toString(target.connections()),
                server.checkerUrl()));
        try {
            process =
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        answer();
    }

    /** One operation. */
    void once(Workload workload) {
        orders.println(ContenderProcess.ONCE + " " + workload.name());
        answer();
    }

    Figures measure(Workload workload, Duration time) {
        orders.println(ContenderProcess.MEASURE + " " + workload.name() + " " + time.toMillis());
        return Figures.parse(answer());
    }

    private String answer() {
        try {
            for (String line; (line = answers.readLine()) != null; ) {
                if (line.startsWith(ContenderProcess.ANSWER)) {
                    return line.substring(ContenderProcess.ANSWER.length());
                }
            }
            throw new IllegalStateException(contender.title() + " has failed; its error is above");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        orders.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
