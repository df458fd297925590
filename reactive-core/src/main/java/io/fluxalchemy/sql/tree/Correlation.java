package io.fluxalchemy.sql.tree;

import java.util.List;

/**
 * Which sources of the queries around it a query uses as theirs: it leaves them out of its own FROM, and its expressions may name
 * them.
 *
 * @param sources what {@code ONLY} and {@code EXCEPT} name
 */
public record Correlation(Kind kind, List<Source> sources) {

    /** What is meant where nothing is said. */
    public enum Kind {
        /** FROM is as it was said; what it does not read may be that of queries around. */
        FREE,
        /** FROM follows from the select list: what queries around read is left out of it, as long as one source remains. */
        IMPLIED,
        /** Those named, and no others. */
        ONLY,
        /** All but those named. */
        EXCEPT
    }

    public static final Correlation FREE = new Correlation(Kind.FREE, List.of());
    public static final Correlation IMPLIED = new Correlation(Kind.IMPLIED, List.of());

    public Correlation {
        sources = List.copyOf(sources);
    }

    /** Whether somebody said what is meant. */
    public boolean isSaid() {
        return kind == Kind.ONLY || kind == Kind.EXCEPT;
    }

    /** Whether a source of a query around is used as that query's. */
    public boolean includes(Source source) {
        boolean isNamed = sources.stream().anyMatch(each -> each.answersTo(source));
        return kind == Kind.ONLY ? isNamed : kind != Kind.EXCEPT || !isNamed;
    }
}
