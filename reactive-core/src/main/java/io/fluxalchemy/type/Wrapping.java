package io.fluxalchemy.type;

import io.fluxalchemy.error.StatementException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL around the values of a type: around each bound value, such as {@code pgp_sym_encrypt({0}, current_setting('app.key'))}, and
 * around the column where a caller reads it, such as {@code pgp_sym_decrypt({0}, current_setting('app.key'))}. {@code {0}} is the value or
 * the column. The texts come from code, never from outside, and compute only. Immutable; two of equal texts are equal.
 */
public final class Wrapping {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+|\\*)}");

    private record Texts(String write, String read) {}

    private final Texts standard;
    private final Map<String, Texts> dialects;

    private Wrapping(Texts standard, Map<String, Texts> dialects) {
        this.standard = standard;
        this.dialects = Map.copyOf(dialects);
    }

    /**
     * The same texts for every dialect.
     *
     * @param write around a bound value
     * @param read around the column; {@code {0}} alone for nothing
     */
    public static Wrapping of(String write, String read) {
        return new Wrapping(texts(write, read), Map.of());
    }

    /** Other texts for one dialect. */
    public Wrapping on(String dialect, String write, String read) {
        Map<String, Texts> more = new HashMap<>(dialects);
        more.put(dialect, texts(write, read));
        return new Wrapping(standard, more);
    }

    private static Texts texts(String write, String read) {
        return new Texts(required(write), required(read));
    }

    private static String required(String template) {
        boolean used = false;
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            if (!place.group(1).equals("0")) {
                throw new StatementException("the SQL around a value is \"" + template
                        + "\": it has one operand, {0}, and no " + place.group());
            }
            used = true;
        }
        if (!used) {
            throw new StatementException(
                    "the SQL around a value is \"" + template + "\": it must say with {0} where the value stands");
        }
        return template;
    }

    /** What stands around a bound value in a dialect. */
    public String write(String dialect) {
        return dialects.getOrDefault(dialect, standard).write;
    }

    /** What stands around the column in a dialect. */
    public String read(String dialect) {
        return dialects.getOrDefault(dialect, standard).read;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Wrapping that && standard.equals(that.standard) && dialects.equals(that.dialects);
    }

    @Override
    public int hashCode() {
        return 31 * standard.hashCode() + dialects.hashCode();
    }

    @Override
    public String toString() {
        return standard.write;
    }
}
