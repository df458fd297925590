package io.fluxalchemy.result;

import io.fluxalchemy.error.StatementException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** The labels as they are, if every value has one of its own; else null. */
    static @Nullable List<String> keys(List<@Nullable String> labels) {
        Set<String> keys = new HashSet<>();
        for (String label : labels) {
            if (label == null || !keys.add(label)) {
                return null;
            }
        }
        return List.copyOf(labels);
    }

    /** Those that several values have. */
    static Set<String> ambiguous(List<@Nullable String> labels) {
        Set<String> seen = new HashSet<>();
        return labels.stream()
                .filter(label -> label != null && !seen.add(label))
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
