package io.fluxalchemy.testkit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/**
 * The statements an engine ran, in order, since the test began or {@link #reset()}. BEGIN, COMMIT, ROLLBACK and savepoints are
 * counted apart, so a count says what the code under test asked for. A statement counts once it has ended, also when it failed.
 * Safe for use by many threads.
 */
public final class Statements {

    private static final Pattern TRANSACTION_CONTROL = Pattern.compile(
            "(begin|start transaction|commit|rollback|savepoint|release|set (local|session|transaction|autocommit)).*",
            Pattern.DOTALL);

    private final List<String> work = new ArrayList<>();
    private final List<String> control = new ArrayList<>();

    Statements() {}

    synchronized void ran(String sql) {
        boolean controls = TRANSACTION_CONTROL
                .matcher(sql.stripLeading().toLowerCase(Locale.ROOT))
                .matches();
        (controls ? control : work).add(sql);
    }

    /**
     * The statements, without transaction control.
     *
     * @return a copy, oldest first
     */
    public synchronized List<String> all() {
        return List.copyOf(work);
    }

    /**
     * BEGIN, COMMIT, ROLLBACK, savepoints and session settings.
     *
     * @return a copy, oldest first
     */
    public synchronized List<String> transactionControl() {
        return List.copyOf(control);
    }

    /**
     * How many statements ran, without transaction control.
     *
     * @return the count
     */
    public synchronized int count() {
        return work.size();
    }

    /** Forgets what ran until now: what prepares a test need not be counted. */
    public synchronized void reset() {
        work.clear();
        control.clear();
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
