package io.fluxalchemy.dialect;

import io.fluxalchemy.type.Storage;

/** Spellings of storages with parameters that most databases share. */
public final class StandardTypes {

    private StandardTypes() {}

    /**
     * The type's name in the standard's spelling; a named enumeration is kept as text.
     *
     * @param elements spells the elements of an array, and a time without digits
     * @throws IllegalArgumentException for a simple storage, which every dialect spells itself
     */
    public static String name(Storage storage, TypeSyntax elements) {
        if (storage instanceof Storage.Varchar varchar) {
            return "varchar(" + varchar.length() + ")";
        } else if (storage instanceof Storage.Char character) {
            return "char(" + character.length() + ")";
        } else if (storage instanceof Storage.Numeric numeric) {
            return numeric.precision() == null
                    ? "numeric"
                    : "numeric(" + numeric.precision() + ", " + numeric.scale() + ")";
        } else if (storage instanceof Storage.Precise precise) {
            return precise(elements.name(precise.time()), precise.digits());
        } else if (storage instanceof Storage.NamedEnum) {
            return "varchar(255)";
        } else if (storage instanceof Storage.Array array) {
            return elements.name(array.element()) + " array";
        }
        throw new IllegalArgumentException(storage + " has no standard spelling");
    }

    /** Digits stand behind the first word: {@code timestamp(3) with time zone}. */
    private static String precise(String time, int digits) {
        String plain = time.replaceFirst("\\(\\d\\)", "");
        int end = plain.indexOf(' ');
        String word = end < 0 ? plain : plain.substring(0, end);
        return word + "(" + digits + ")" + plain.substring(word.length());
    }
}
