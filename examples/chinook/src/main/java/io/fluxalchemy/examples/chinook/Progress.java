package io.fluxalchemy.examples.chinook;

import io.fluxalchemy.engine.EngineListener;
import io.fluxalchemy.engine.StatementEvent;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/** Prints a line for each step of the job: what it did, in how many statements, over how many rows. */
public final class Progress implements EngineListener {

    /** One finished step. */
    public record Step(String name, long statements, long rows) {}

    private final PrintStream out;
    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private final List<Step> steps = new ArrayList<>();

    public Progress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void onStatement(StatementEvent event) {
        statements.incrementAndGet();
        rows.addAndGet(Math.max(0, event.rows()));
    }

    /** Runs one step; steps run one after the other. */
    public <T> Mono<T> step(String name, Mono<T> work) {
        return Mono.defer(() -> {
            long statementsBefore = statements.get();
            long rowsBefore = rows.get();
            return work.doOnSuccess(done -> {
                Step step = new Step(name, statements.get() - statementsBefore, rows.get() - rowsBefore);
                steps.add(step);
                out.printf(Locale.ROOT, "  %-34s %,8d rows %6d statements%n", step.name, step.rows, step.statements);
            });
        });
    }

    /** The steps so far, in the order they ended. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }
}
