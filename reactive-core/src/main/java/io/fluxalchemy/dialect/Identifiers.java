package io.fluxalchemy.dialect;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.ShortName;
import io.fluxalchemy.sql.tree.TableName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * How one database writes names: what it quotes with, which words it keeps for itself, how long a name may be. Lower-case names
 * that are no reserved words go without quotes, so that SQL stays readable and meets tables made by hand. Immutable.
 */
public final class Identifiers {

    private final char open;
    private final char close;
    private final int maxLength;
    private final Set<String> reserved;
    private final String refused;
    private final boolean basicPlaneOnly;
    private final boolean letterFirst;
    private final boolean withoutQuotes;

    /**
     * @param quote the character around a quoted name, doubled inside
     * @param maxLength the longest name, in bytes of UTF-8
     * @param reserved the words that are no names without quotes, in lower case
     */
    public Identifiers(char quote, int maxLength, Set<String> reserved) {
        this(quote, maxLength, reserved, "");
    }

    /** As {@link #Identifiers(char, int, Set)}, for names between two different characters; the second is doubled inside. */
    public Identifiers(char open, char close, int maxLength, Set<String> reserved) {
        this(open, close, maxLength, reserved, "", false, false, false);
    }

    /**
     * As {@link #Identifiers(char, int, Set)}, for a driver that takes some characters apart even in quotes.
     *
     * @param refused the characters that no name may hold
     */
    public Identifiers(char quote, int maxLength, Set<String> reserved, String refused) {
        this(quote, quote, maxLength, reserved, refused, false, false, false);
    }

    private Identifiers(
            char open,
            char close,
            int maxLength,
            Set<String> reserved,
            String refused,
            boolean basicPlaneOnly,
            boolean letterFirst,
            boolean withoutQuotes) {
        this.open = open;
        this.close = close;
        this.letterFirst = letterFirst;
        this.withoutQuotes = withoutQuotes;
        this.maxLength = maxLength;
        this.reserved = Set.copyOf(reserved);
        this.refused = refused;
        this.basicPlaneOnly = basicPlaneOnly;
    }

    /** The same for a database whose names hold no character beyond U+FFFF. */
    public Identifiers basicPlaneOnly() {
        return new Identifiers(open, close, maxLength, reserved, refused, true, letterFirst, withoutQuotes);
    }

    /** The same for a database that takes a name with an underscore at its beginning in quotes only. */
    public Identifiers letterFirst() {
        return new Identifiers(open, close, maxLength, reserved, refused, basicPlaneOnly, true, withoutQuotes);
    }

    /** The same for a database whose names hold the quote in no way; doubled, it would end one name and begin another. */
    public Identifiers withoutQuotes() {
        return new Identifiers(open, close, maxLength, reserved, refused, basicPlaneOnly, letterFirst, true);
    }

    /** The longest name, in bytes of UTF-8. */
    public int maxLength() {
        return maxLength;
    }

    /** A set of words from text in which they are separated by white space. */
    public static Set<String> words(String text) {
        return Set.of(text.trim().split("\\s+"));
    }

    /**
     * The name as SQL takes it.
     *
     * @throws StatementException if it is empty, holds NUL or is longer than the database allows
     */
    public String quoted(String name) {
        requireStorable(name);
        return isPlain(name) && !reserved.contains(name.toLowerCase(Locale.ROOT))
                ? name
                : open + name.replace(String.valueOf(close), "" + close + close) + close;
    }

    /** A table's name with its schema, if it has one, as SQL takes it. */
    public String quoted(TableName table) {
        String schema = table.schema();
        return (schema == null ? "" : quoted(schema) + ".") + quoted(table.name());
    }

    /** A derived name cut to the limit, with a checksum of the whole at its end so that different names stay different. */
    public String shortened(String name) {
        return ShortName.of(name, maxLength);
    }

    private void requireStorable(String name) {
        if (name.isEmpty()) {
            throw new StatementException("a name in SQL cannot be empty");
        }
        if (name.indexOf('\0') >= 0) {
            throw new StatementException(
                    "a name in SQL cannot hold the NUL character: '" + name.replace("\0", "\\0") + "'");
        }
        if (withoutQuotes && name.indexOf(close) >= 0) {
            throw new StatementException("the name '" + name + "' holds the character " + close
                    + ", which no name of this database may hold");
        }
        requireWholeCharacters(name);
        for (int i = 0; i < refused.length(); i++) {
            if (name.indexOf(refused.charAt(i)) >= 0) {
                throw new StatementException("the name '" + name + "' holds the character " + refused.charAt(i)
                        + ", which the driver of this database takes for the end of the statement even in quotes");
            }
        }
        if (name.length() > maxLength / 4 && bytes(name) > maxLength) {
            throw new StatementException(
                    "the name '" + name + "' is longer than the " + maxLength
                            + " bytes the database keeps of a name: shorten it, as the database would cut it in silence or refuse it");
        }
    }

    /** Half a character would be sent as a question mark, and so name something else. */
    private void requireWholeCharacters(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (!Character.isHighSurrogate(c)
                    || i + 1 == name.length()
                    || !Character.isLowSurrogate(name.charAt(i + 1))) {
                throw new StatementException("a name in SQL has half a character (a lone surrogate) at index " + i);
            }
            if (basicPlaneOnly) {
                throw new StatementException("the name '" + name + "' has a character beyond U+FFFF at index " + i
                        + ", which this database takes in values but not in names");
            }
            i++;
        }
    }

    private boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean inside = c == '_' || c >= '0' && c <= '9';
            if (!letter && (i == 0 ? c != '_' || letterFirst : !inside)) {
                return false;
            }
        }
        return true;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
