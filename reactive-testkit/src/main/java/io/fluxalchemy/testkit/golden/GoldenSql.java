package io.fluxalchemy.testkit.golden;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.assertj.core.api.Assertions;

/**
 * Compares the SQL of a statement in every dialect on the class path with what is expected.
 *
 * <pre>{@code
 * assertSql(
 *         select(AUTHORS.name).from(AUTHORS).limit(3),
 *         "postgresql, mariadb: select name from author limit 3",
 *         "*: select name from author fetch first 3 rows only");
 * }</pre>
 *
 * <p>An expectation begins with the dialects it is for; {@code *} stands for all that no other one names. A dialect for which
 * nothing is expected fails the assertion, so a new dialect is looked at. Where a dialect refuses the statement, its text is
 * {@code refused: } and the message. No I/O; stateless.
 */
public final class GoldenSql {

    private static final String REST = "*";

    private GoldenSql() {}

    /**
     * Compares a statement that yields rows.
     *
     * @param query the statement
     * @param expected texts, each after the names of its dialects and a colon
     */
    public static void assertSql(Query<?> query, String... expected) {
        compare(compiler -> compiler.prepare(query).text(), Dialects.all(), expected);
    }

    /**
     * Compares a statement that yields a count.
     *
     * @param command the statement
     * @param expected texts, each after the names of its dialects and a colon
     */
    public static void assertSql(Command command, String... expected) {
        compare(compiler -> compiler.prepare(command).text(), Dialects.all(), expected);
    }

    static void compare(Function<SqlCompiler, String> statement, List<Dialect> dialects, String... expected) {
        if (dialects.isEmpty()) {
            throw new IllegalStateException("no dialect is on the class path: add io.fluxalchemy:reactive-dialects");
        }
        Map<String, String> wanted = parse(expected);
        Map<String, String> actual = new TreeMap<>();
        Map<String, String> completed = new TreeMap<>(wanted);
        for (Dialect dialect : dialects) {
            actual.put(dialect.name(), text(statement, dialect));
            completed.computeIfAbsent(dialect.name(), name -> wanted.getOrDefault(REST, "(nothing is expected)"));
        }
        completed.remove(REST);
        Assertions.assertThat(lines(actual)).isEqualTo(lines(completed));
    }

    private static String text(Function<SqlCompiler, String> statement, Dialect dialect) {
        try {
            return statement.apply(new SqlCompiler(dialect, 1));
        } catch (StatementException e) {
            return "refused: " + e.getMessage();
        }
    }

    private static Map<String, String> parse(String... expected) {
        Map<String, String> texts = new TreeMap<>();
        for (String expectation : expected) {
            int colon = expectation.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException(
                        "an expectation is '<dialect>, <dialect>: <sql>', not '" + expectation + "'");
            }
            for (String dialect : expectation.substring(0, colon).split(",")) {
                String before = texts.put(
                        dialect.strip(), expectation.substring(colon + 1).strip());
                if (before != null) {
                    throw new IllegalArgumentException("two texts are expected of " + dialect.strip());
                }
            }
        }
        return texts;
    }

    private static String lines(Map<String, String> texts) {
        return String.join(
                "\n",
                texts.entrySet().stream()
                        .map(text -> text.getKey() + ": " + text.getValue())
                        .toList());
    }
}
