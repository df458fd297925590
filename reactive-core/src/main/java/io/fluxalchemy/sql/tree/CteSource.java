package io.fluxalchemy.sql.tree;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A common table expression; using it in FROM or a join is what declares it. Inside its own step a recursive one refers to
 * itself by name through {@code query == null}.
 *
 * @param columns labels of its columns
 * @param materialized whether it is computed once and kept; null leaves that to the database
 */
public record CteSource(
        String name,
        List<String> columns,
        @Nullable QueryTree query,
        boolean recursive,
        @Nullable String alias,
        @Nullable Boolean materialized)
        implements Source {

    public CteSource {
        columns = List.copyOf(columns);
    }

    public CteSource(
            String name, List<String> columns, @Nullable QueryTree query, boolean recursive, @Nullable String alias) {
        this(name, columns, query, recursive, alias, null);
    }

    @Override
    public String qualifier() {
        return alias == null ? name : alias;
    }

    @Override
    public boolean answersTo(Source other) {
        return other instanceof CteSource that && name.equals(that.name) && Objects.equals(alias, that.alias);
    }
}
