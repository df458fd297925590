package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.LimitSyntax;
import io.fluxalchemy.dialect.SqlWriter;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.sql.tree.LimitKind;
import io.fluxalchemy.sql.tree.Node;
import org.jspecify.annotations.Nullable;

/** {@code top (n)} where rows are counted from the first; {@code offset m rows fetch next n rows only}, which wants an order, else. */
final class SqlServerLimit implements LimitSyntax {

    @Override
    public boolean isAtHead(LimitKind kind, boolean hasOffset) {
        return !hasOffset;
    }

    @Override
    public void writeAtHead(SqlWriter out, LimitKind kind, Node limit) {
        out.sql("top (")
                .node(limit)
                .sql(
                        switch (kind) {
                            case ROWS -> ") ";
                            case WITH_TIES -> ") with ties ";
                            case PERCENT -> ") percent ";
                        });
    }

    /** An order by nothing is taken only where anything may be ordered by. */
    @Override
    public String orderWhereNone(boolean ofItems) {
        return ofItems ? " order by 1" : " order by (select null)";
    }

    @Override
    public void write(SqlWriter out, @Nullable Node limit, @Nullable Node offset) {
        if (offset == null) {
            out.sql(" offset 0 rows");
        } else {
            out.sql(" offset ").node(offset).sql(" rows");
        }
        if (limit != null) {
            out.sql(" fetch next ").node(limit).sql(" rows only");
        }
    }

    @Override
    public void writeWithTies(SqlWriter out, Node limit, @Nullable Node offset) {
        throw StandardExpressions.missing("rows with ties behind an offset", SqlServerDialect.NAME);
    }

    @Override
    public void writePercent(SqlWriter out, Node percent, @Nullable Node offset) {
        throw StandardExpressions.missing("a limit in percent behind an offset", SqlServerDialect.NAME);
    }
}
