package io.fluxalchemy.schema;

import io.fluxalchemy.sql.tree.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A foreign key; the columns of both lists pair up by position. Without a name the DDL derives one. */
public record ForeignKey(
        @Nullable String name, List<String> columns, TableName target, List<String> targetColumns, Rules rules) {

    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** A key whose rules are the database's but for what deleting the referenced row does. */
    public ForeignKey(
            @Nullable String name,
            List<String> columns,
            TableName target,
            List<String> targetColumns,
            Action onDelete) {
        this(name, columns, target, targetColumns, Rules.NONE.onDelete(onDelete));
    }

    /** What deleting the referenced row, or changing its key, does. */
    public enum Action {
        NO_ACTION,
        CASCADE,
        SET_NULL,
        /** The columns get their defaults, which must refer to a row. */
        SET_DEFAULT,
        RESTRICT
    }

    /** When a key is checked. */
    public enum Check {
        /** With each statement. */
        AT_ONCE,
        /** With each statement, unless a transaction says {@code set constraints … deferred}. */
        DEFERRABLE,
        /** When the transaction commits, unless it says otherwise. */
        AT_COMMIT
    }

    /**
     * What a foreign key says beyond its columns: {@code Rules.NONE.onDelete(CASCADE).initiallyDeferred()}. A dialect whose database
     * lacks one refuses the DDL by its name. Immutable.
     *
     * @param fullMatch whether of several columns all or none are NULL; else one NULL leaves the others unchecked
     */
    public record Rules(Action onDelete, Action onUpdate, Check check, boolean fullMatch) {

        /** What a database does when nothing is said. */
        public static final Rules NONE = new Rules(Action.NO_ACTION, Action.NO_ACTION, Check.AT_ONCE, false);

        public Rules onDelete(Action action) {
            return new Rules(action, onUpdate, check, fullMatch);
        }

        public Rules onUpdate(Action action) {
            return new Rules(onDelete, action, check, fullMatch);
        }

        /** A transaction may have the key checked when it commits. */
        public Rules deferrable() {
            return new Rules(onDelete, onUpdate, Check.DEFERRABLE, fullMatch);
        }

        /**
         * The key is checked when the transaction commits: rows that refer to each other may be written in any order. What it finds then is
         * the error of the transaction, not of a statement, and nothing is stored.
         */
        public Rules initiallyDeferred() {
            return new Rules(onDelete, onUpdate, Check.AT_COMMIT, fullMatch);
        }

        /** Of several columns all or none are NULL. */
        public Rules matchFull() {
            return new Rules(onDelete, onUpdate, check, true);
        }
    }
}
