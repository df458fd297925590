package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.tree.Assignment;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TableName;
import java.util.List;

/**
 * What a syntax writes with. It appends to one statement and is used by one thread; every value goes through a bind marker, and
 * every name through the dialect's quoting.
 */
public interface SqlWriter extends TextWriter {

    @Override
    SqlWriter sql(String text);

    @Override
    SqlWriter name(String identifier);

    @Override
    SqlWriter names(List<String> identifiers);

    @Override
    SqlWriter table(TableName table);

    /** Appends the first word of a command, with what is to follow it for this dialect. */
    SqlWriter verb(String word);

    /** Appends a source as FROM declares it, with its alias. */
    SqlWriter source(Source source);

    /** Appends an expression where a value stands. */
    SqlWriter node(Node expression);

    /** Appends an expression where a condition stands. */
    SqlWriter condition(Node expression);

    /**
     * Appends what the statement returns, where the dialect says that {@linkplain ReturningSyntax#inside() inside} the statement;
     * nothing where it does not, or where the statement returns nothing.
     */
    SqlWriter returned();

    /** Appends an expression, in parentheses unless it binds at least as tightly as {@code precedence}. */
    SqlWriter operand(Node expression, int precedence);

    /** Appends an expression where the database has nothing to infer a bound value's type from. */
    SqlWriter typed(Node expression);

    /** Appends {@code a = x, b = y}; a qualifier, if not empty, stands before each assigned column. */
    SqlWriter assignments(String qualifier, List<Assignment> assignments);
}
