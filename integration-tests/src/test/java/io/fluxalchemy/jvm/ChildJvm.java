package io.fluxalchemy.jvm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A program of the tests in a JVM of its own, with the options that it is about. */
final class ChildJvm {

    /**
     * What a program left.
     *
     * @param exit its exit value
     * @param lines all it printed
     */
    record Output(int exit, List<String> lines) {

        /** The rest of the line that begins so; the program prints it once. */
        String value(String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + name + " in " + lines));
        }

        long number(String name) {
            return Long.parseLong(value(name));
        }
    }

    private ChildJvm() {}

    /** The same beside the caller. */
    static Future<Output> start(Class<?> program, List<String> options, Duration patience, String... arguments) {
        FutureTask<Output> task = new FutureTask<>(() -> run(program, options, patience, arguments));
        Thread thread = new Thread(task, program.getSimpleName());
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    static Output run(Class<?> program, List<String> options, Duration patience, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("fluxalchemy-child", ".txt");
        File file = output.toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file)
                .start();
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the program did not end in " + patience + ": " + Files.readAllLines(output));
            }
            return new Output(process.exitValue(), Files.readAllLines(output));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
