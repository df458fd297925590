package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.UpdateTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How UPDATE and DELETE read further tables. Only used where there are some. */
public interface JoinedWriteSyntax {

    /** {@code update t set … from s where …} and {@code delete from t using s where …}. */
    JoinedWriteSyntax FROM_AND_USING = new JoinedWriteSyntax() {
        @Override
        public void update(SqlWriter out, UpdateTree update) {
            out.verb("update").source(update.table()).sql(" set ").assignments("", update.assignments());
            sources(out, " from ", update.from());
            where(out, update.where());
        }

        @Override
        public void delete(SqlWriter out, DeleteTree delete) {
            out.verb("delete").sql("from ").source(delete.table());
            sources(out, " using ", delete.using());
            where(out, delete.where());
        }
    };

    /** Whether a write of one table under an alias is written here too, because a plain one takes none. */
    default boolean isForAliases() {
        return false;
    }

    void update(SqlWriter out, UpdateTree update);

    void delete(SqlWriter out, DeleteTree delete);

    /** Writes {@code a, b, c} after a word. */
    static void sources(SqlWriter out, String before, List<Source> sources) {
        String separator = before;
        for (Source source : sources) {
            out.sql(separator).source(source);
            separator = ", ";
        }
    }

    /** Writes the condition, if there is one. */
    static void where(SqlWriter out, @Nullable Node condition) {
        if (condition != null) {
            out.sql(" where ").condition(condition);
        }
    }
}
