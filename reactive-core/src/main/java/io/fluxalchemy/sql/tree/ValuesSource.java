package io.fluxalchemy.sql.tree;

import java.util.List;

/** Rows of values in FROM; always has an alias. */
public record ValuesSource(List<String> columns, List<List<Node>> rows, String alias) implements Source {

    public ValuesSource {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public String qualifier() {
        return alias;
    }

    @Override
    public boolean answersTo(Source other) {
        return other instanceof ValuesSource that && alias.equals(that.alias);
    }
}
