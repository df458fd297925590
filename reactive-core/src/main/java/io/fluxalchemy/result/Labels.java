package io.fluxalchemy.result;

import io.fluxalchemy.error.StatementException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a label finds its column: spelled exactly so, else in other letter case; never one of several. */
final class Labels {

    private Labels() {}

    static int indexOf(List<@Nullable String> labels, String label) {
        int found = indexOf(labels, label, false);
        if (found < 0) {
            found = indexOf(labels, label, true);
        }
        if (found < 0) {
            throw new StatementException("no column is labelled \"" + label + "\"; the row has "
                    + labels.stream().filter(Objects::nonNull).toList());
        }
        return found;
    }

    private static int indexOf(List<@Nullable String> labels, String label, boolean ignoreCase) {
        int found = -1;
        for (int i = 0; i < labels.size(); i++) {
            String each = labels.get(i);
            if (each != null && (ignoreCase ? each.equalsIgnoreCase(label) : each.equals(label))) {
                if (found >= 0) {
                    throw new StatementException("the label \"" + label
                            + "\" is ambiguous: give the columns aliases, or read by what was selected");
                }
                found = i;
            }
        }
        return found;
    }
}
