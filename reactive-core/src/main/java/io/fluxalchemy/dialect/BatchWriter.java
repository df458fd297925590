package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.tree.TableName;
import java.util.List;

/** What the statements of batches are written with: values are named by their row and column, counted from 0. */
public interface BatchWriter extends TextWriter {

    @Override
    BatchWriter sql(String text);

    @Override
    BatchWriter name(String identifier);

    @Override
    BatchWriter names(List<String> identifiers);

    @Override
    BatchWriter table(TableName table);

    /** Appends the marker of one value. */
    default BatchWriter cell(int row, int column) {
        return cell(row, column, false);
    }

    /**
     * Appends the marker of one value.
     *
     * @param untyped whether nothing around it tells the database its type
     */
    BatchWriter cell(int row, int column, boolean untyped);

    /** Appends the marker of all values of a column as one array; only where the dialect has a form for it. */
    BatchWriter array(int column);

    /** Says nothing in the text: the driver is asked for the value the database gives this column. */
    BatchWriter generatedKey(String column);

    /**
     * Appends a column that comes back, with the SQL its type has around what is read.
     *
     * @param qualifier what stands in front of the column's name, with its dot; empty for nothing
     */
    BatchWriter returned(String qualifier, Column<?> column);

    /** Appends columns that come back, separated by commas. */
    default BatchWriter returned(List<? extends Column<?>> columns) {
        String separator = "";
        for (Column<?> column : columns) {
            sql(separator).returned("", column);
            separator = ", ";
        }
        return this;
    }

    /** Appends one value of such an array, given the text that names it after unnesting. */
    BatchWriter element(int column, String unnested);
}
