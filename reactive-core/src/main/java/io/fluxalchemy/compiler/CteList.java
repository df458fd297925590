package io.fluxalchemy.compiler;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.CteSource;
import io.fluxalchemy.sql.tree.QueryTree;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The common table expressions of one statement, each once, those that others read before them. */
final class CteList implements Iterable<CteSource> {

    private final List<CteSource> ctes = new ArrayList<>(0);

    boolean isEmpty() {
        return ctes.isEmpty();
    }

    boolean isRecursive() {
        return ctes.stream().anyMatch(CteSource::recursive);
    }

    /**
     * Whether no table expression of this name was met before.
     *
     * @throws StatementException if one was met whose query is another one, or binds other values
     */
    boolean isNew(CteSource cte) {
        for (CteSource known : ctes) {
            if (known.name().equals(cte.name())) {
                requireSame(known, cte);
                return false;
            }
        }
        return true;
    }

    void add(CteSource cte) {
        ctes.add(cte);
    }

    @Override
    public Iterator<CteSource> iterator() {
        return ctes.iterator();
    }

    private static void requireSame(CteSource known, CteSource cte) {
        QueryTree one = known.query();
        QueryTree other = cte.query();
        if (one == other || one == null || other == null) {
            return;
        }
        if (!one.equals(other) || !valuesOf(one).equals(valuesOf(other))) {
            throw new StatementException("two common table expressions of one statement are named '" + cte.name()
                    + "' and have different queries or values: give each its own name, or use one value for both");
        }
    }

    private static List<@Nullable Object> valuesOf(QueryTree query) {
        TreeWalk walk = new TreeWalk();
        walk.walk(query);
        return walk.values().contents();
    }
}
