package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.ReturningSyntax;
import io.fluxalchemy.dialect.TextWriter;

/** {@code select … from final table (statement)}: the rows as they are now, or as they were before they were deleted. */
final class H2Returning implements ReturningSyntax {

    @Override
    public void write(TextWriter out, boolean deletes, Runnable statement, Runnable items) {
        out.sql("select ");
        items.run();
        out.sql(deletes ? " from old table (" : " from final table (");
        statement.run();
        out.sql(")");
    }

    /** The rows of a delta table do not answer to the name of the table. */
    @Override
    public boolean qualifies() {
        return false;
    }
}
