package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.TableSource;
import java.math.BigDecimal;

/** Some rows of a table, chosen by chance; its columns are the table's. */
record SampledTable(TableSource source) implements TableExpression {

    static SampledTable of(TableExpression table, double percent) {
        if (!(table.source() instanceof TableSource source)) {
            throw new StatementException(
                    "sample(" + table.qualifier() + ", …): only a table has samples, this is the result of a query");
        } else if (!(percent >= 0 && percent <= 100)) {
            throw new StatementException(
                    "sample(" + table.qualifier() + ", " + percent + "): a percentage is a number from 0 to 100");
        }
        return new SampledTable(new TableSource(source.table(), source.alias(), BigDecimal.valueOf(percent)));
    }
}
