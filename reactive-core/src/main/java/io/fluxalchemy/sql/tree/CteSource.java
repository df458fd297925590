package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * A common table expression; using it in FROM or a join is what declares it. Inside its own step a recursive one refers to
 * itself by name through {@code query == null}.
 *
 * @param columns labels of its columns
 */
public record CteSource(
        String name,
        java.util.List<String> columns,
        @Nullable QueryTree query,
        boolean recursive,
        @Nullable String alias)
        implements Source {

    public CteSource {
        columns = java.util.List.copyOf(columns);
    }

    @Override
    public String qualifier() {
        return alias == null ? name : alias;
    }

    @Override
    public boolean answersTo(Source other) {
        return other instanceof CteSource that && name.equals(that.name) && java.util.Objects.equals(alias, that.alias);
    }
}
