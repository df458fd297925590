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

    /** The database counts the column up. */
    record Identity(Generation.Identity generation) implements Constraint {

        /** The first value. */
        public Identity startAt(long first) {
            return new Identity(new Generation.Identity(first, generation.increment(), generation.always()));
        }

        /** How far a value is from the one before it; negative to count down. */
        public Identity incrementBy(long step) {
            return new Identity(new Generation.Identity(generation.start(), step, generation.always()));
        }

        /** No statement may give the column a value; without this one that is given is kept. */
        public Identity always() {
            return new Identity(new Generation.Identity(generation.start(), generation.increment(), true));
        }
    }

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
    record References(@Nullable String name, Supplier<? extends Column<?>> column, ForeignKey.Rules rules)
            implements Constraint {

        /** What deleting the referenced row does. */
        public References onDelete(ForeignKey.Action action) {
            return with(rules.onDelete(action));
        }

        /** What changing the key of the referenced row does. */
        public References onUpdate(ForeignKey.Action action) {
            return with(rules.onUpdate(action));
        }

        /** As {@link ForeignKey.Rules#deferrable()}. */
        public References deferrable() {
            return with(rules.deferrable());
        }

        /** As {@link ForeignKey.Rules#initiallyDeferred()}. */
        public References initiallyDeferred() {
            return with(rules.initiallyDeferred());
        }

        public References named(String constraint) {
            return new References(constraint, column, rules);
        }

        private References with(ForeignKey.Rules other) {
            return new References(name, column, other);
        }
    }
}
