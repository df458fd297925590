package io.fluxalchemy.examples.chinook;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.examples.chinook.data.Graph;
import io.fluxalchemy.examples.chinook.data.Script;
import io.fluxalchemy.examples.chinook.report.Printer;
import io.fluxalchemy.examples.chinook.report.Report;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.io.PrintStream;
import reactor.core.publisher.Mono;

/**
 * The job: makes the Chinook tables, stores the whole sample database as entity graphs, and prints a report from it.
 *
 * <p>Runs on an embedded PostgreSQL; {@code --url r2dbc:…} names another database, whose Chinook tables are made anew.
 */
public final class Chinook {

    private Chinook() {}

    public static void main(String[] args) {
        String url = url(args);
        System.out.println("Chinook on " + (url == null ? "embedded PostgreSQL" : "the database of --url"));
        run(url == null ? TestDatabase.postgresql().url() : url, System.out).block();
    }

    /** Runs the whole job. Cold: nothing happens before it is subscribed. */
    public static Mono<Void> run(String url, PrintStream out) {
        Progress progress = new Progress(out);
        return Mono.usingWhen(
                Mono.fromSupplier(
                        () -> AsyncEngine.builder().url(url).listener(progress).build()),
                engine -> {
                    Library library = new Library(engine, progress);
                    return library.create()
                            .then(Mono.defer(() -> library.store(Graph.of(Script.chinook()))))
                            .then(new Printer(new Report(library.sessions()), progress, out).print());
                },
                AsyncEngine::close);
    }

    private static String url(String[] args) {
        if (args.length == 0) {
            return null;
        }
        if (args.length == 2 && args[0].equals("--url")) {
            return args[1];
        }
        throw new IllegalArgumentException("usage: Chinook [--url r2dbc:postgresql://user:password@host/database]");
    }
}
