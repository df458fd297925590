package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;

/** The rule for labels and aliases: they must name something. Quoting is the dialect's. */
final class Labels {

    private Labels() {}

    static String require(String label) {
        if (label.isBlank()) {
            throw new StatementException("as(\"" + label + "\"): an alias must have at least one visible character");
        }
        return label;
    }
}
