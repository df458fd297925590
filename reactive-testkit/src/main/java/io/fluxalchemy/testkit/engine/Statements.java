package io.fluxalchemy.testkit.engine;

import io.fluxalchemy.engine.EngineListener;
import io.fluxalchemy.engine.StatementEvent;
import io.fluxalchemy.engine.TransactionEvent;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/**
 * The statements an engine ran, in order, since the test began or {@link #reset()}. BEGIN, COMMIT, ROLLBACK and savepoints are
 * counted apart, so a count says what the code under test asked for. A statement counts once it has ended, also when it failed.
 *
 * <p>{@link TestEngine} gives one to each test; on an engine of your own, register it as a listener. Safe for use by many
 * threads.
 */
public final class Statements implements EngineListener {

    private final List<String> statements = new ArrayList<>();
    private final List<TransactionEvent.Step> control = new ArrayList<>();
    private long rows;

    @Override
    public synchronized void onStatement(StatementEvent event) {
        statements.add(event.sql());
        rows += event.rows();
    }

    @Override
    public synchronized void onTransaction(TransactionEvent event) {
        control.add(event.step());
    }

    /**
     * The texts, without values and without transaction control.
     *
     * @return a copy, oldest first
     */
    public synchronized List<String> all() {
        return List.copyOf(statements);
    }

    /**
     * What was said about transactions and savepoints.
     *
     * @return a copy, oldest first
     */
    public synchronized List<TransactionEvent.Step> transactionControl() {
        return List.copyOf(control);
    }

    /**
     * How many statements ran, without transaction control.
     *
     * @return the count
     */
    public synchronized int count() {
        return statements.size();
    }

    /**
     * How many rows the statements read and wrote.
     *
     * @return the sum
     */
    public synchronized long rows() {
        return rows;
    }

    /** Forgets what ran until now: what prepares a test need not be counted. */
    public synchronized void reset() {
        statements.clear();
        control.clear();
        rows = 0;
    }

    /**
     * Fails, and prints the statements, unless exactly so many ran.
     *
     * @param expected number of statements, transaction control apart
     */
    public void assertCount(int expected) {
        Assertions.assertThat(all()).as("statements, transaction control apart").hasSize(expected);
    }

    /**
     * Fails, and prints the statements, if more ran.
     *
     * @param most number of statements, transaction control apart
     */
    public void assertAtMost(int most) {
        Assertions.assertThat(all()).as("statements, transaction control apart").hasSizeLessThanOrEqualTo(most);
    }

    @Override
    public String toString() {
        return String.join("\n", all());
    }
}
