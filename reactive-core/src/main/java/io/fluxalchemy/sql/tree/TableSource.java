package io.fluxalchemy.sql.tree;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table, under its own name or an alias. Two are equal when table name, alias and sample are.
 *
 * @param sample the share of the table's rows that is read, in hundredths, each row by chance; null for all of them
 */
public record TableSource(
        TableRef table, @Nullable String alias, @Nullable BigDecimal sample) implements Source {

    public TableSource(TableRef table, @Nullable String alias) {
        this(table, alias, null);
    }

    @Override
    public String qualifier() {
        return alias == null ? table.tableName().name() : alias;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TableSource that && answersTo(that) && Objects.equals(sample, that.sample);
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
        return other instanceof TableSource that
                && table.tableName().equals(that.table.tableName())
                && Objects.equals(alias, that.alias);
    }
}
