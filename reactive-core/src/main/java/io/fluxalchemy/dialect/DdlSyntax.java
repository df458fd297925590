package io.fluxalchemy.dialect;

import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.schema.DdlStatement;
import io.fluxalchemy.schema.ForeignKey;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.sql.tree.TableName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How schemas are written where databases differ. Names given to it are quoted already. */
public interface DdlSyntax {

    /**
     * What makes a column count up. Counting in other steps than 1 and {@code always} are asked for only where the dialect has {@link
     * Feature#IDENTITY_STEPS} and {@link Feature#ALWAYS_IDENTITY}.
     */
    default String identity(Generation.Identity identity) {
        String counted = identity.start() == 1 && identity.increment() == 1
                ? ""
                : " (" + counting(identity.start(), identity.increment()) + ")";
        return "generated " + (identity.always() ? "always" : "by default") + " as identity" + counted;
    }

    /** From where a sequence counts and how. What counts down ends at -1, and what counts up begins at 1, unless a bound is said. */
    default String counting(long start, long increment) {
        String bound = increment < 0 ? " maxvalue " + start : start < 1 ? " minvalue " + start : "";
        return "start with " + start + " increment by " + increment + bound;
    }

    /** What makes a column computed from others, stored if the database can. */
    default String computed(String sql) {
        return "generated always as (" + sql + ") stored";
    }

    /** Whether a computed column says its type. */
    default boolean typesComputed() {
        return true;
    }

    /** @param body the columns and constraints in parentheses, and what stands behind them */
    default String createTable(String table, String body, boolean ifAbsent) {
        return "create table " + (ifAbsent ? "if not exists " : "") + table + " " + body;
    }

    /** @param body from where it counts and how */
    default String createSequence(String sequence, String body, boolean ifAbsent) {
        return "create sequence " + (ifAbsent ? "if not exists " : "") + sequence + " " + body;
    }

    /** What stands behind a foreign key for what a delete does; empty for nothing. */
    default String onDelete(ForeignKey.Action action) {
        return action == ForeignKey.Action.NO_ACTION
                ? ""
                : " on delete " + action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As {@link #onDelete}, for what a change of the referenced key does. */
    default String onUpdate(ForeignKey.Action action) {
        return onDelete(action).replace(" on delete ", " on update ");
    }

    /**
     * What stands after a table's closing parenthesis; empty for nothing.
     *
     * @param identity what the table has a column of that counts up; null for none
     */
    default String tableOptions(Generation.@Nullable Identity identity) {
        return "";
    }

    /** A comment behind what it is about; null where comments are statements of their own. The text is a literal already. */
    default @Nullable String comment(String literal) {
        return null;
    }

    /**
     * A comment as a statement of its own.
     *
     * @param kind {@code table} or {@code column}
     * @param literal the text as a literal
     * @throws io.fluxalchemy.error.StatementException if the database keeps no comments
     */
    default String commentOn(String kind, String name, String literal) {
        return "comment on " + kind + " " + name + " is " + literal;
    }

    /**
     * What follows CREATE INDEX.
     *
     * @param elements in parentheses
     * @param method how the index is kept; null for the database's own way
     */
    default String index(String name, String table, String elements, @Nullable String method) {
        return name + " on " + table + (method == null ? " " : " using " + method + " ") + elements;
    }

    /** The next value of a sequence, as a column's default; the text is that of {@link ExpressionSyntax#nextValue}. */
    default String nextValue(String text) {
        return text;
    }

    /** Creates an enumeration type, where the database has {@link Feature#NAMED_ENUMS}; the labels are literals already. */
    default String createEnum(String name, List<String> labels, boolean ifAbsent) {
        return "create type " + (ifAbsent ? "if not exists " : "") + name + " as enum (" + String.join(", ", labels)
                + ")";
    }

    /**
     * The table a foreign key leads to, as the key must name it: where the database looks for names without a schema in the schema
     * of the table that has the key, one has to be said.
     *
     * @throws io.fluxalchemy.error.StatementException if it cannot be known
     */
    default TableName referenced(TableName table, TableName target) {
        return target;
    }

    /** Adds a constraint to a table that exists. */
    default String addConstraint(String table, String name, String constraint, boolean ifAbsent) {
        return "alter table " + table + " add constraint " + (ifAbsent ? "if not exists " : "") + name + " "
                + constraint;
    }

    /** Whether CREATE INDEX takes IF NOT EXISTS; where it does not, {@link #isDone} tells that the index is there. */
    default boolean indexesIfAbsent() {
        return true;
    }

    /**
     * Whether an error means that there was nothing left to do: for databases that cannot say IF EXISTS and IF NOT EXISTS
     * everywhere.
     */
    default boolean isDone(DdlStatement statement, ErrorKind error) {
        return false;
    }

    /** Drops a foreign key if it and its table exist. */
    default String dropForeignKey(String table, String name) {
        return "alter table if exists " + table + " drop constraint if exists " + name;
    }
}
