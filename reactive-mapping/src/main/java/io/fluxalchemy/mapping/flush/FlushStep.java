package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.TableExpression;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One step of a plan; a step waits for those before it. Prints itself, keys and references only, never other values. */
sealed interface FlushStep {

    /** Draws ids for rows that are inserted later. */
    record FetchIds(Generation.Sequence sequence, EntityColumn<?> column, List<EntityRow> rows) implements FlushStep {

        @Override
        public String toString() {
            return "fetch " + rows.size() + " from " + sequence.name() + " for "
                    + PrintedRows.of(rows.stream().map(EntityRow::toString).toList());
        }
    }

    /**
     * Writes rows of one table, all of one shape.
     *
     * @param columns one per value of a row; those that find the row first
     * @param keys how many columns find the row
     * @param returning columns whose stored values are asked back
     */
    record WriteRows(
            Kind kind,
            TableExpression table,
            List<Column<?>> columns,
            int keys,
            List<Column<?>> returning,
            List<PlannedRow> rows)
            implements FlushStep {

        public WriteRows {
            columns = List.copyOf(columns);
            returning = List.copyOf(returning);
            rows = List.copyOf(rows);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(kind.text).append(' ').append(table.qualifier());
            if (keys < columns.size()) {
                text.append(" (")
                        .append(names(columns.subList(keys, columns.size())))
                        .append(')');
            }
            if (keys > 0) {
                text.append(" by ").append(names(columns.subList(0, keys)));
            }
            if (!returning.isEmpty()) {
                text.append(" returning ").append(names(returning));
            }
            return text.append(": ")
                    .append(PrintedRows.of(rows.stream().map(this::print).toList()))
                    .toString();
        }

        private String print(PlannedRow row) {
            return row.print(columns);
        }

        private static String names(List<Column<?>> columns) {
            return columns.stream().map(Column::name).collect(Collectors.joining(", "));
        }
    }

    /** What is done to rows. */
    enum Kind {
        INSERT("insert into"),
        UPDATE("update"),
        /** Sets a foreign key that could not be written with its row. */
        SET_KEY("set key of"),
        /** Takes a foreign key out of a row that is deleted next. */
        CLEAR_KEY("clear key of"),
        DELETE("delete from"),
        LINK("link"),
        UNLINK("unlink");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /**
     * One row of a step.
     *
     * @param row the entity it is; null in a link table
     */
    record PlannedRow(@Nullable EntityRow row, @Nullable Object[] values) {

        String print(List<Column<?>> columns) {
            StringBuilder text = new StringBuilder(row == null ? "" : row.toString());
            for (int i = 0; i < values.length; i++) {
                if (row == null) {
                    text.append(i == 0 ? "" : "-").append(values[i]);
                } else if (values[i] instanceof PendingKey pending && pending.row() != row) {
                    text.append(" [")
                            .append(columns.get(i).name())
                            .append(" = ")
                            .append(pending)
                            .append(']');
                }
            }
            return text.toString();
        }
    }
}
