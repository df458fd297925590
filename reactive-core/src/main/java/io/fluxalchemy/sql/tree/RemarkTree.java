package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a statement besides its clauses: a comment, and text of single dialects behind SELECT and at the end.
 *
 * @param comment holds nothing that could end a comment or be taken for a marker
 */
public record RemarkTree(@Nullable String comment, List<Remark> prefixes, List<Remark> suffixes) {

    public static final RemarkTree NONE = new RemarkTree(null, List.of(), List.of());

    /** Text written for one dialect only. It comes from code, never from outside. */
    public record Remark(String dialect, String text) {}

    public RemarkTree {
        prefixes = List.copyOf(prefixes);
        suffixes = List.copyOf(suffixes);
    }
}
