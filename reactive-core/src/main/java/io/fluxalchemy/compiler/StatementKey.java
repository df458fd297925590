package io.fluxalchemy.compiler;

import io.fluxalchemy.sql.tree.CommandTree;
import io.fluxalchemy.sql.tree.QueryTree;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What makes two statements share one text: equal trees, whose equality ignores values, in which the same places share one value.
 */
final class StatementKey {

    private final Object tree;
    private final int @Nullable [] sharing;
    private final int hash;

    /** @param sharing for each place of a value its ordinal; null where no two places share one */
    StatementKey(Object tree, int @Nullable [] sharing) {
        this.tree = tree;
        this.sharing = sharing;
        this.hash = tree.hashCode() * 31 + Arrays.hashCode(sharing);
    }

    private StatementKey(Object tree, StatementKey equal) {
        this.tree = tree;
        this.sharing = equal.sharing;
        this.hash = equal.hash;
    }

    /** An equal key that keeps no value of the statement alive. */
    StatementKey withoutValues() {
        return new StatementKey(
                tree instanceof QueryTree query
                        ? ValuesLeftOut.INSTANCE.query(query)
                        : ValuesLeftOut.INSTANCE.command((CommandTree) tree),
                this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatementKey that
                && hash == that.hash
                && Arrays.equals(sharing, that.sharing)
                && (tree == that.tree || tree.equals(that.tree));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
