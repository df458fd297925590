package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a statement besides the clauses of the language: a comment, text of single dialects behind SELECT and at the end, and
 * clauses of the user's own.
 *
 * @param comment holds nothing that could end a comment or be taken for a marker
 */
public record RemarkTree(
        @Nullable String comment, List<Remark> prefixes, List<Remark> suffixes, List<OwnClause> clauses) {

    public static final RemarkTree NONE = new RemarkTree(null, List.of(), List.of(), List.of());

    /** Text written for one dialect only. It comes from code, never from outside. */
    public record Remark(String dialect, String text) {}

    /** A clause of the user's own, in a SELECT only; a dialect that its construct has no template for refuses it. */
    public record OwnClause(Place place, Node node) {}

    public RemarkTree {
        prefixes = List.copyOf(prefixes);
        suffixes = List.copyOf(suffixes);
        clauses = List.copyOf(clauses);
    }
}
