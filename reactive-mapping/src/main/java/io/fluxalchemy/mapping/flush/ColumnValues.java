package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.mapping.state.FrozenValue;
import io.fluxalchemy.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Takes the values to write from entities, as they are at this moment, and refuses what no column can keep. */
final class ColumnValues {

    private final ForeignKeys foreignKeys;

    ColumnValues(ForeignKeys foreignKeys) {
        this.foreignKeys = foreignKeys;
    }

    /** What a row is to hold in a column: a value, null, or a {@link PendingKey}. */
    @Nullable
    Object of(EntityRow row, EntityColumn<?> column) {
        return column.attribute() instanceof ToOneAttribute<?, ?> one
                ? foreignKeys.value(row, column, one)
                : row.get(column);
    }

    /** A value of {@link #of}, checked and safe from later changes to the entity. */
    @Nullable
    Object toWrite(EntityRow row, EntityColumn<?> column, @Nullable Object value) {
        if (value == null) {
            if (!column.nullable() && row.model().root().columns().indexOf(column.name()) < 0) {
                throw new FlushRefusedException(row + ": " + row.model() + "." + column.path()
                        + " is null and must not be: set it before the flush, or make the attribute nullable");
            }
            if (!column.nullable()) {
                throw new FlushRefusedException(row + ": " + row.model() + "." + column.path()
                        + " is null, but its column " + row.model().tableName() + "." + column.name()
                        + " is NOT NULL: set it before the flush" + nullFix(column));
            }
            return null;
        }
        if (column.attribute() instanceof ToOneAttribute<?, ?> one) {
            foreignKeys.requireNotDeleted(row, one);
        }
        if (value instanceof PendingKey) {
            return value;
        }
        requireStorable(row, column, value);
        Object kept = FrozenValue.kept(column.type(), value);
        return FrozenValue.thaw(column.type(), FrozenValue.freeze(column.type(), kept));
    }

    @SuppressWarnings("unchecked") // the value is what the column's attribute holds
    private static void requireStorable(EntityRow row, EntityColumn<?> column, Object value) {
        try {
            Object stored = ((SqlType<Object>) column.type()).toStorage(value);
            if (stored == null) {
                throw new ConversionException("the converter made null of a value");
            }
        } catch (ConversionException problem) {
            throw new FlushRefusedException(
                    row + ": " + row.model() + "." + column.path() + " cannot be kept: " + problem.getMessage(),
                    problem);
        }
    }

    private static String nullFix(EntityColumn<?> column) {
        return column.attribute() instanceof ToOneAttribute<?, ?>
                ? ", or declare optional = true"
                : ", or make the column nullable";
    }
}
