package io.fluxalchemy.sql.tree;

/**
 * A query in FROM; always has an alias.
 *
 * @param lateral whether it may use the sources listed before it
 */
public record DerivedSource(QueryTree query, String alias, boolean lateral) implements Source {

    public DerivedSource(QueryTree query, String alias) {
        this(query, alias, false);
    }

    @Override
    public String qualifier() {
        return alias;
    }

    @Override
    public boolean answersTo(Source other) {
        return other instanceof DerivedSource that && alias.equals(that.alias);
    }
}
