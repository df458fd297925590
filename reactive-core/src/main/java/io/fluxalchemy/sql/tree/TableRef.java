package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The door by which table definitions meet the tree: implemented where tables are defined, read where joins are inferred.
 * Implementations are immutable. Two references are the same table when their names are equal.
 */
public interface TableRef {

    TableName tableName();

    /** The foreign keys this table declares; resolved when asked, so tables may refer to each other in a circle. */
    List<ForeignKeyRef> foreignKeys();

    /** What columns get that an INSERT does not set. */
    default List<ColumnDefault> insertDefaults() {
        return List.of();
    }

    /** What columns get that an UPDATE does not set. */
    default List<ColumnDefault> updateDefaults() {
        return List.of();
    }

    /** Whether the column may be NULL, as far as is known; what is not known may. */
    default boolean isNullable(String column) {
        return true;
    }

    /** Whether the database counts the column up, as far as is known. */
    default boolean isIdentity(String column) {
        return false;
    }

    /** Whether a statement may give the column a value, as far as is known; else the database alone does. */
    default boolean isWritable(String column) {
        return true;
    }

    /**
     * Which rows of its table this reference means, as a condition on the source it stands in; null where it means all of them.
     * Asked whenever a statement is made of the reference, which keeps rows it does not mean out.
     */
    default @Nullable Node restriction(TableSource source) {
        return null;
    }
}
