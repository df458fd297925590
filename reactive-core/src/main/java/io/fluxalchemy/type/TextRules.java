package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;

/** What no database keeps as it is sent, and what a length in characters means. Messages never show the text. */
final class TextRules {

    private TextRules() {}

    /** The text itself, if every database keeps all of it. */
    static String requireStorable(String text, SqlType<?> type) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new ConversionException("the text for " + type.name() + " has a NUL character at index " + i
                        + ", which databases cannot keep: remove it, or store bytes");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new ConversionException(
                            "the text for " + type.name() + " has half a character (a lone surrogate)" + " at index "
                                    + i + ": it was cut inside a character, or is not text");
                }
                i++;
            }
        }
        return text;
    }

    static void requireLength(String text, int length, SqlType<?> type) {
        if (text.length() <= length) {
            return;
        }
        int characters = text.codePointCount(0, text.length());
        if (characters > length) {
            throw new ConversionException(
                    "the text has " + characters + " characters, " + type.name() + " keeps at most " + length);
        }
    }

    static void requirePositive(int length, String what) {
        if (length < 1) {
            throw new IllegalArgumentException("the length of " + what + " must be at least 1, not " + length);
        }
    }
}
