package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.TableDefinition;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.sql.TableExpression;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.TableSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The typed table of an entity; generated classes extend it. Immutable. Selected, it yields entities, which only a session can
 * read; its columns can be selected by anyone.
 *
 * @param <E> the entity class
 * @param <K> the class of its id
 */
public abstract class EntityTable<E, K> implements TableExpression, Selectable<E> {

    private final EntityModel<E> model;
    private final @Nullable String alias;
    private final TableSource source;

    protected EntityTable(EntityModel<E> model, @Nullable String alias) {
        this.model = model;
        this.alias = alias;
        this.source = new TableSource(new ModelTableRef(model), alias);
    }

    public final EntityModel<E> model() {
        return model;
    }

    @Override
    public final TableSource source() {
        return source;
    }

    @Override
    public final @Nullable String alias() {
        return alias;
    }

    /** The same table under an alias. */
    public abstract EntityTable<E, K> as(String alias);

    /** Every column of the entity, in the order of {@link EntityColumns#all()}; read through the session's {@link EntityReader}. */
    @Override
    public final Selection<E> selection() {
        List<SelectItem> items = model.columns().all().stream()
                .map(column -> new SelectItem(new ColumnNode(source, column.name()), column.type(), null))
                .toList();
        return new Selection<>(items, this::read, List.of(this));
    }

    private @Nullable E read(RowValues row, int from) {
        if (row.attachment() instanceof EntityReader reader) {
            return reader.read(model, row, from);
        }
        throw new StatementException(
                "select(" + describe() + ") yields " + model + " entities, which need a session: run it in "
                        + "sessions.read(s -> s.all(…)), or select columns, such as " + describe() + "."
                        + model.columns().all().get(0).path());
    }

    @Override
    public final String describe() {
        return qualifier();
    }

    /** The row of this entity, by its id. */
    public final Condition eq(E entity) {
        return new RelationCondition(EntityNodes.rowOf(this, entity, qualifier() + ".eq"));
    }

    /** A column of this table as statements take it. */
    public final Column<?> column(EntityColumn<?> column) {
        return new ValueColumn<>(this, column.name(), column.type());
    }

    /** The table as DDL creates it. */
    public final TableDefinition tableDefinition() {
        return EntitySchema.table(model);
    }

    @Override
    public final String toString() {
        return source.toString();
    }
}
