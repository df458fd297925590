package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.tree.TableName;
import java.util.List;

/** Text and names of one statement. Every name goes through the dialect's quoting. */
public interface TextWriter {

    /** Appends SQL text as it stands. The text comes from code, never from outside. */
    TextWriter sql(String text);

    /** Appends one name, quoted where the database needs it. */
    TextWriter name(String identifier);

    /** Appends names, separated by commas. */
    TextWriter names(List<String> identifiers);

    /** Appends a table's name with its schema, if it has one. */
    TextWriter table(TableName table);
}
