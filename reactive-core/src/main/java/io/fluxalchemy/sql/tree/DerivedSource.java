package io.fluxalchemy.sql.tree;

/** A query in FROM; always has an alias. */
public record DerivedSource(QueryTree query, String alias) implements Source {

    @Override
    public String qualifier() {
        return alias;
    }

    @Override
    public boolean answersTo(Source other) {
        return other instanceof DerivedSource that && alias.equals(that.alias);
    }
}
