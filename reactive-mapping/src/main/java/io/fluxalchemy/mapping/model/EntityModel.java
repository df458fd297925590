package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.schema.Index;
import io.fluxalchemy.schema.UniqueConstraint;
import io.fluxalchemy.sql.tree.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The frozen description of one entity class, made by its generated metamodel class. Immutable; refers to other entities by
 * supplier, so it can be made before they are.
 */
public final class EntityModel<E> {

    private final Class<E> type;
    private final TableName tableName;
    private final Supplier<E> create;
    private final @Nullable Function<Object, E> reference;
    private final Attribute<E> id;
    private final @Nullable BasicAttribute<E, ?> version;
    private final List<Attribute<E>> attributes;
    private final List<UniqueConstraint> uniques;
    private final List<Index> indexes;
    private final EntityColumns<E> columns;

    private EntityModel(Builder<E> builder, Attribute<E> id) {
        this.type = builder.type;
        this.tableName = new TableName(builder.schema, builder.table);
        this.create = builder.create;
        this.reference = builder.reference;
        this.id = id;
        this.version = builder.version;
        this.attributes = List.copyOf(builder.attributes);
        this.uniques = List.copyOf(builder.uniques);
        this.indexes = List.copyOf(builder.indexes);
        this.columns = new EntityColumns<>(this);
    }

    public static <E> Builder<E> of(Class<E> type, String table, Supplier<E> create) {
        return new Builder<>(type, table, create);
    }

    public Class<E> type() {
        return type;
    }

    public TableName tableName() {
        return tableName;
    }

    /** A new instance by the no-argument constructor. */
    public E create() {
        return create.get();
    }

    /** A stand-in that knows the id; null where the class is final or has final accessors, and no to-one may refer to it lazily. */
    public @Nullable Function<Object, E> reference() {
        return reference;
    }

    /** The id: a {@link BasicAttribute}, or an {@link EmbeddedAttribute} for a composite one. */
    public Attribute<E> id() {
        return id;
    }

    public @Nullable BasicAttribute<E, ?> version() {
        return version;
    }

    /** Every attribute in declaration order: id and version among them. */
    public List<Attribute<E>> attributes() {
        return attributes;
    }

    /** The attribute of this name, or null. */
    public @Nullable Attribute<E> attribute(String name) {
        return attributes.stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The table's columns, flattened, in the order of the attributes. */
    public EntityColumns<E> columns() {
        return columns;
    }

    public List<UniqueConstraint> uniques() {
        return uniques;
    }

    public List<Index> indexes() {
        return indexes;
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }

    /** Collects what a generated class says of its entity. Not thread-safe. */
    public static final class Builder<E> {

        private final Class<E> type;
        private final String table;
        private final Supplier<E> create;
        private @Nullable String schema;
        private @Nullable Function<Object, E> reference;
        private @Nullable Attribute<E> id;
        private @Nullable BasicAttribute<E, ?> version;
        private final List<Attribute<E>> attributes = new ArrayList<>();
        private final List<UniqueConstraint> uniques = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();

        private Builder(Class<E> type, String table, Supplier<E> create) {
            this.type = type;
            this.table = table;
            this.create = create;
        }

        public Builder<E> schema(String name) {
            this.schema = name;
            return this;
        }

        public Builder<E> reference(Function<Object, E> factory) {
            this.reference = factory;
            return this;
        }

        public Builder<E> id(Attribute<E> attribute) {
            this.id = attribute;
            return attribute(attribute);
        }

        public Builder<E> version(BasicAttribute<E, ?> attribute) {
            this.version = attribute;
            return attribute(attribute);
        }

        public Builder<E> attribute(Attribute<E> attribute) {
            attributes.add(attribute);
            return this;
        }

        public Builder<E> unique(UniqueConstraint constraint) {
            uniques.add(constraint);
            return this;
        }

        public Builder<E> index(Index index) {
            indexes.add(index);
            return this;
        }

        public EntityModel<E> build() {
            if (id == null) {
                throw new MappingException(type.getName() + " has no id: annotate one attribute with @Id");
            }
            return new EntityModel<>(this, id);
        }
    }
}
