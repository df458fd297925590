package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.TableDefinition;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.sql.StatementOption;
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
    private final TableSource source;
    /** Made at its first use, since a model is complete only when all of its classes are; equal whichever thread makes it. */
    private volatile @Nullable Selection<E> selection;

    protected EntityTable(EntityModel<E> model, @Nullable String alias) {
        this(model, new TableSource(new ModelTableRef(model), alias));
    }

    /** The columns of an entity in a table that stands in the query already, as {@link #treat} asks for. */
    protected EntityTable(EntityModel<E> model, TableSource source) {
        this.model = model;
        this.source = source;
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
        return source.alias();
    }

    /** The same table under an alias. */
    public abstract EntityTable<E, K> as(String alias);

    /** These columns over a table that stands in the query already. */
    protected EntityTable<E, K> over(TableSource other) {
        throw new StatementException("treat(" + describe() + "): " + model + " extends no entity");
    }

    /**
     * Whether a row is of this class or of one that extends it. The classes that extend it are those known when this is called:
     * make conditions when the session factory has been made.
     */
    public final Condition isA(EntityTable<? extends E, ?> subtype) {
        return new RelationCondition(hierarchy(subtype, "isA").isA(subtype.model(), source));
    }

    /**
     * The columns and relations of a class that extends this one, in this very table of the query. In rows of other classes its
     * columns are NULL, or another class's where both keep an attribute in one column; say {@link #isA} where that matters.
     */
    @SuppressWarnings("unchecked") // a generated class makes its own kind
    public final <S extends EntityTable<? extends E, ?>> S treat(S subtype) {
        hierarchy(subtype, "treat");
        return subtype.model() == model ? (S) as(source, subtype) : (S) subtype.over(source);
    }

    private static EntityTable<?, ?> as(TableSource source, EntityTable<?, ?> table) {
        return source.alias() == null ? table : table.as(source.alias());
    }

    /** An option such as a load for those entities of a result that are of a class which extends this one. */
    public final <S extends E> StatementOption<E> whenIs(EntityTable<S, ?> subtype, StatementOption<? super S> option) {
        hierarchy(subtype, "whenIs");
        return new SubtypeOption<>(subtype, option);
    }

    private Hierarchy hierarchy(EntityTable<?, ?> subtype, String verb) {
        Hierarchy hierarchy = subtype.model().hierarchy();
        if (hierarchy == null || !subtype.model().isKindOf(model)) {
            throw new StatementException(describe() + "." + verb + "(" + subtype.describe() + "): " + subtype.model()
                    + " is no entity that extends " + model);
        }
        return hierarchy;
    }

    /** Every column of the entity, in the order of {@link EntityColumns#all()}; read through the session's {@link EntityReader}. */
    @Override
    public final Selection<E> selection() {
        Selection<E> known = selection;
        if (known == null) {
            known = makeSelection();
            selection = known;
        }
        return known;
    }

    private Selection<E> makeSelection() {
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

    /** The table as DDL creates it, with the columns of all classes known to share it. */
    public final TableDefinition tableDefinition() {
        Hierarchy hierarchy = model.hierarchy();
        return EntitySchema.table(model.root(), hierarchy == null ? List.of(model) : hierarchy.members());
    }

    @Override
    public final String toString() {
        return source.toString();
    }
}
