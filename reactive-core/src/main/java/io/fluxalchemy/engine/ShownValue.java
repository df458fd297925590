package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.Parameter;
import io.fluxalchemy.type.SqlType;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How a bound value looks in the log of an engine that logs values: one line, short, and nothing at all of a sensitive one. */
final class ShownValue {

    private static final int LONGEST = 120;
    private static final int MOST_ELEMENTS = 10;

    private ShownValue() {}

    static String of(Parameter parameter) {
        Object value = parameter.value();
        return value == null || parameter.type().isSensitive()
                ? parameter.toString()
                : parameter.type().name() + " " + text(parameter.type(), value);
    }

    /** As the column stores it, since the user's class may say anything of itself. */
    @SuppressWarnings("unchecked") // the compiler pairs each value with its type
    private static <T> String text(SqlType<T> type, Object value) {
        Object stored;
        try {
            stored = type.toStorage((T) value);
        } catch (RuntimeException refused) {
            return "(refused)";
        }
        return stored instanceof Collection<?> elements ? elements(elements) : scalar(stored);
    }

    private static String elements(Collection<?> elements) {
        StringBuilder text = new StringBuilder("[");
        elements.stream()
                .limit(MOST_ELEMENTS)
                .forEach(element -> text.append(text.length() == 1 ? "" : ", ").append(scalar(element)));
        return text.append(elements.size() > MOST_ELEMENTS ? ", … " + elements.size() + " elements]" : "]")
                .toString();
    }

    private static String scalar(@Nullable Object stored) {
        if (stored instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        String text = String.valueOf(stored);
        return stored instanceof CharSequence ? "'" + line(text) + "'" : line(text);
    }

    /** Without what would end the line or drive a terminal: such text could pass for another entry of the log. */
    private static String line(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            boolean isPrintable = c >= ' ' && c != 0x7f && (c < 0x80 || c > 0x9f) && c != 0x2028 && c != 0x2029;
            line.append(isPrintable ? c : '\ufffd');
        }
        return text.length() > LONGEST ? line + "… " + text.length() + " characters" : line.toString();
    }
}
