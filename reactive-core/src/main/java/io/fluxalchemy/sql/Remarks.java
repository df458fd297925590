package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.CustomNode;
import io.fluxalchemy.sql.tree.Place;
import io.fluxalchemy.sql.tree.RemarkTree;
import io.fluxalchemy.sql.tree.RemarkTree.Remark;
import java.util.ArrayList;
import java.util.List;

/** Adds to what stands in a statement besides its clauses. */
final class Remarks {

    private static final int LONGEST_COMMENT = 200;

    private Remarks() {}

    static RemarkTree comment(RemarkTree remarks, String text) {
        return new RemarkTree(harmless(text), remarks.prefixes(), remarks.suffixes(), remarks.clauses());
    }

    static RemarkTree prefix(RemarkTree remarks, String dialect, String sql) {
        return new RemarkTree(
                remarks.comment(), more(remarks.prefixes(), dialect, sql), remarks.suffixes(), remarks.clauses());
    }

    static RemarkTree suffix(RemarkTree remarks, String dialect, String sql) {
        return new RemarkTree(
                remarks.comment(), remarks.prefixes(), more(remarks.suffixes(), dialect, sql), remarks.clauses());
    }

    static RemarkTree clause(RemarkTree remarks, Place place, CustomNode clause) {
        List<RemarkTree.OwnClause> all = new ArrayList<>(remarks.clauses());
        all.add(new RemarkTree.OwnClause(place, clause));
        return new RemarkTree(remarks.comment(), remarks.prefixes(), remarks.suffixes(), all);
    }

    private static List<Remark> more(List<Remark> remarks, String dialect, String sql) {
        List<Remark> all = new ArrayList<>(remarks);
        all.add(new Remark(dialect, sql));
        return all;
    }

    /** Letters and digits of any script and a little punctuation; servers and drivers read all of it as a comment's text. */
    private static String harmless(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_COMMENT)
                .map(c -> Character.isLetterOrDigit(c) || "_-.,=()[]#+".indexOf(c) >= 0 ? c : ' ')
                .forEach(kept::appendCodePoint);
        return kept.toString().replace("--", "- ").strip();
    }
}
