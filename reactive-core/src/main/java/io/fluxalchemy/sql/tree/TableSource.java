package io.fluxalchemy.sql.tree;

import org.jspecify.annotations.Nullable;

/** A table, under its own name or an alias. Two are equal when table name and alias are. */
public record TableSource(TableRef table, @Nullable String alias) implements Source {

    @Override
    public String qualifier() {
        return alias == null ? table.tableName().name() : alias;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TableSource that
                && table.tableName().equals(that.table.tableName())
                && java.util.Objects.equals(alias, that.alias);
    }

    @Override
    public int hashCode() {
        return 31 * table.tableName().hashCode() + (alias == null ? 0 : alias.hashCode());
    }

    @Override
    public String toString() {
        return alias == null ? table.tableName().toString() : table.tableName() + " as " + alias;
    }

    @Override
    public boolean answersTo(Source other) {
        return equals(other);
    }
}
