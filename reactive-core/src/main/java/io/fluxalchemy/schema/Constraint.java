package io.fluxalchemy.schema;

import io.fluxalchemy.sql.Column;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is said about one column where a {@link Table} declares it; made by the methods of {@link Table}. Immutable. */
public sealed interface Constraint {

    /** The column is the primary key, or a part of it. */
    record PrimaryKey() implements Constraint {}

    record NotNull() implements Constraint {}

    record Unique() implements Constraint {}

    /** How the column is filled when an insert gives no value. */
    record Generated(Generation generation) implements Constraint {}

    /** What this side gives the column where a statement does not set it. */
    record ClientDefault(Supplier<?> value, boolean onInsert, boolean onUpdate) implements Constraint {}

    /** What the database keeps beside the column for its readers. */
    record Comment(String text) implements Constraint {}

    /** A condition on each row, in SQL. */
    record Check(String condition) implements Constraint {}

    /**
     * The column holds values of another one. The other column is asked for when the schema is needed, so that tables may refer
     * to each other in a circle.
     *
     * @param name the constraint's name; null to derive one
     */
    record References(@Nullable String name, Supplier<? extends Column<?>> column, ForeignKey.Action onDelete)
            implements Constraint {

        public References onDelete(ForeignKey.Action action) {
            return new References(name, column, action);
        }

        public References named(String constraint) {
            return new References(constraint, column, onDelete);
        }
    }
}
