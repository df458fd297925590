package io.fluxalchemy.sql.tree;

import java.util.List;

/**
 * The rows of a function in FROM, which may use the sources listed before it; always has an alias.
 *
 * @param columns names for its columns; empty leaves them to the function
 * @param ordinality whether a last column counts the rows from 1
 */
public record FunctionSource(FunctionNode call, String alias, List<String> columns, boolean ordinality)
        implements Source {

    public FunctionSource {
        columns = List.copyOf(columns);
    }

    @Override
    public String qualifier() {
        return alias;
    }

    @Override
    public boolean answersTo(Source other) {
        return other instanceof FunctionSource that && alias.equals(that.alias);
    }
}
