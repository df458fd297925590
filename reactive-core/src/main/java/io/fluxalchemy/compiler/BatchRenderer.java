package io.fluxalchemy.compiler;

import io.fluxalchemy.compiler.CompiledSql.Slot;
import io.fluxalchemy.dialect.ArrayForm;
import io.fluxalchemy.dialect.BatchShape;
import io.fluxalchemy.dialect.BatchSyntax;
import io.fluxalchemy.dialect.BatchWriter;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Wrapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one statement of a batch. In its slots the ordinal is the column and the element the row of the statement. */
final class BatchRenderer implements BatchWriter {

    /** A compiled statement of a batch. */
    record Compiled(CompiledSql sql, BatchShape shape, List<String> columns) {

        /** The run that writes these rows. */
        BoundSql bind(List<@Nullable Object[]> rows) {
            List<Slot> slots = sql.slots();
            Parameter[] parameters = new Parameter[slots.size()];
            for (int i = 0; i < parameters.length; i++) {
                Slot slot = slots.get(i);
                Object value = slot.element() == Slot.WHOLE
                        ? column(rows, slot.ordinal())
                        : rows.get(slot.element())[slot.ordinal()];
                parameters[i] = new Parameter(slot.type(), value, columns.get(slot.ordinal()));
            }
            return new BoundSql(sql, List.of(parameters));
        }

        private static List<@Nullable Object> column(List<@Nullable Object[]> rows, int column) {
            List<@Nullable Object> values = new ArrayList<>(rows.size());
            for (@Nullable Object[] row : rows) {
                values.add(row[column]);
            }
            return values;
        }
    }

    private final Dialect dialect;
    private final BatchSyntax syntax;
    private final Batch batch;
    private final SqlBuffer buffer;

    BatchRenderer(Dialect dialect, BatchSyntax syntax, Batch batch) {
        this.dialect = dialect;
        this.syntax = syntax;
        this.batch = batch;
        this.buffer = new SqlBuffer(dialect.binds());
    }

    Compiled compile(int rows) {
        buffer.writes();
        BatchShape shape = syntax.write(this, batch, rows);
        List<String> columns = batch.columns().stream().map(Column::name).toList();
        return new Compiled(buffer.compiled(dialect.name(), dialect.maxBinds()), shape, columns);
    }

    @Override
    public BatchRenderer sql(String text) {
        buffer.append(text);
        return this;
    }

    @Override
    public BatchRenderer name(String identifier) {
        buffer.append(dialect.identifiers().quoted(identifier));
        return this;
    }

    @Override
    public BatchRenderer names(List<String> identifiers) {
        for (int i = 0; i < identifiers.size(); i++) {
            sql(i == 0 ? "" : ", ").name(identifiers.get(i));
        }
        return this;
    }

    @Override
    public BatchRenderer table(TableName table) {
        buffer.table(table, dialect.identifiers());
        return this;
    }

    @Override
    public BatchRenderer cell(int row, int column, boolean untyped) {
        SqlType<?> type = batch.columns().get(column).type();
        Slot slot = new Slot(column, row, type);
        Wrapping wrapping = type.wrapping();
        if (untyped || wrapping != null) {
            buffer.type(type.storage(), dialect);
        }
        return sql(
                wrapping == null
                        ? buffer.marker(slot, untyped)
                        : Wrappings.written(wrapping, dialect.name(), () -> buffer.marker(slot, true)));
    }

    @Override
    public BatchRenderer array(int column) {
        ArrayForm form = form(column);
        return sql(buffer.marker(new Slot(column, Slot.WHOLE, form.type()), false))
                .sql("::")
                .sql(form.arrayType());
    }

    @Override
    public BatchRenderer generatedKey(String column) {
        buffer.generatedKey(column);
        return this;
    }

    @Override
    public BatchRenderer element(int column, String unnested) {
        String element = form(column).element(unnested);
        Wrapping wrapping = batch.columns().get(column).type().wrapping();
        buffer.type(batch.columns().get(column).type().storage(), dialect);
        return sql(wrapping == null ? element : Wrappings.written(wrapping, dialect.name(), () -> element));
    }

    @Override
    public BatchRenderer returned(String qualifier, Column<?> column) {
        Wrapping wrapping = column.type().wrapping();
        String name = qualifier + dialect.identifiers().quoted(column.name());
        return wrapping == null
                ? sql(name)
                : sql(Wrappings.filled(wrapping.read(dialect.name()), () -> name))
                        .sql(" as ")
                        .name(column.name());
    }

    private ArrayForm form(int column) {
        SqlType<?> type = batch.columns().get(column).type();
        ArrayForm form = dialect.types().arrayForm(type);
        if (form == null) {
            throw new IllegalStateException(
                    dialect.name() + " writes batches as arrays and has no form for " + type.name());
        }
        return form;
    }
}
