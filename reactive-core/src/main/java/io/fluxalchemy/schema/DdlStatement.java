package io.fluxalchemy.schema;

import io.fluxalchemy.sql.tree.TableName;
import java.util.List;

/** One change of a schema, as a value; the compiler writes it in a dialect. Immutable. */
public sealed interface DdlStatement {

    <R> R accept(DdlVisitor<R> visitor);

    /**
     * Creates a table with its columns, key, unique and check constraints and some of its foreign keys.
     *
     * @param keys the foreign keys whose tables exist by then
     * @param ifAbsent whether a table that is there already is left as it is
     */
    record CreateTable(TableDefinition table, List<ForeignKey> keys, boolean ifAbsent) implements DdlStatement {
        public CreateTable {
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R accept(DdlVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record CreateIndex(TableName table, Index index, boolean ifAbsent) implements DdlStatement {
        @Override
        public <R> R accept(DdlVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record CreateSequence(Generation.Sequence sequence, boolean ifAbsent) implements DdlStatement {
        @Override
        public <R> R accept(DdlVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Creates an enumeration type; nothing to do where the database keeps enumerations as text. */
    record CreateEnum(String name, List<String> labels, boolean ifAbsent) implements DdlStatement {
        public CreateEnum {
            labels = List.copyOf(labels);
        }

        @Override
        public <R> R accept(DdlVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Adds a foreign key that could not be created with its table, because tables refer to each other in a circle. */
    record AddForeignKey(TableName table, ForeignKey key, boolean ifAbsent) implements DdlStatement {
        @Override
        public <R> R accept(DdlVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Drops a foreign key, if it and its table exist. */
    record DropForeignKey(TableName table, ForeignKey key) implements DdlStatement {
        @Override
        public <R> R accept(DdlVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Drops a table, if it exists. */
    record DropTable(TableName table) implements DdlStatement {
        @Override
        public <R> R accept(DdlVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Drops a sequence, if it exists. */
    record DropSequence(TableName sequence) implements DdlStatement {
        @Override
        public <R> R accept(DdlVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Drops an enumeration type, if it exists. */
    record DropEnum(String name) implements DdlStatement {
        @Override
        public <R> R accept(DdlVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
