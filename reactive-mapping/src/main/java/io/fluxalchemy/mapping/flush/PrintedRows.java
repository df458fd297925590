package io.fluxalchemy.mapping.flush;

import java.util.List;

/** The rows of a step on one line: all of a few, the first of many. */
final class PrintedRows {

    private static final int SHOWN = 10;

    private PrintedRows() {}

    static String of(List<String> rows) {
        String shown = String.join(", ", rows.subList(0, Math.min(SHOWN, rows.size())));
        return rows.size() <= SHOWN ? shown : shown + " … " + rows.size() + " rows";
    }
}
