package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.schema.Index;
import io.fluxalchemy.schema.UniqueConstraint;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.type.SqlType;
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
    private final @Nullable Supplier<E> create;
    private final @Nullable EntityModel<? super E> parent;
    private final @Nullable Hierarchy hierarchy;
    private final @Nullable Object discriminatorValue;
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
        this.parent = builder.parent;
        this.hierarchy = builder.hierarchy;
        this.discriminatorValue = builder.discriminatorValue;
        this.reference = builder.reference;
        this.id = id;
        this.version = builder.version;
        this.attributes = List.copyOf(builder.attributes);
        this.uniques = List.copyOf(builder.uniques);
        this.indexes = List.copyOf(builder.indexes);
        this.columns = new EntityColumns<>(this);
    }

    /** @param create makes an instance; null for an abstract class */
    public static <E> Builder<E> of(Class<E> type, String table, @Nullable Supplier<E> create) {
        return new Builder<>(type, table, create, null);
    }

    /**
     * A class whose rows are in the table of the entity it extends, with the attributes of that one before its own.
     *
     * @param create makes an instance; null for an abstract class
     */
    public static <P, E extends P> Builder<E> extending(
            EntityModel<P> parent, Class<E> type, @Nullable Supplier<E> create) {
        return new Builder<>(type, parent.tableName.name(), create, parent);
    }

    public Class<E> type() {
        return type;
    }

    public TableName tableName() {
        return tableName;
    }

    /**
     * A new instance by the no-argument constructor.
     *
     * @throws MappingException if the class is abstract
     */
    public E create() {
        if (create == null) {
            throw new MappingException(type.getName() + " is abstract: no row and no object is one");
        }
        return create.get();
    }

    /** Whether the class is abstract, so that every row is one of a subclass. */
    public boolean isAbstract() {
        return create == null;
    }

    /** The entity this one extends; null for a root. */
    public @Nullable EntityModel<? super E> parent() {
        return parent;
    }

    /** The topmost entity this one extends, in whose table its rows are; the entity itself where it extends none. */
    public EntityModel<?> root() {
        return parent == null ? this : parent.root();
    }

    /** The classes that share the table; null where the entity is alone in it. */
    public @Nullable Hierarchy hierarchy() {
        return hierarchy;
    }

    /** What the discriminator column holds in rows of this very class; null without a hierarchy, and for an abstract class. */
    public @Nullable Object discriminatorValue() {
        return discriminatorValue;
    }

    /** Whether this is the other entity or extends it. */
    public boolean isKindOf(EntityModel<?> other) {
        return this == other || parent != null && parent.isKindOf(other);
    }

    /** Whether the attribute is declared here and not taken over from the entity this one extends. */
    public boolean declares(Attribute<?> attribute) {
        return parent == null || !parent.attributes().contains(attribute);
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
        private final @Nullable Supplier<E> create;
        private final @Nullable EntityModel<? super E> parent;
        private @Nullable Hierarchy hierarchy;
        private @Nullable Object discriminatorValue;
        private @Nullable String schema;
        private @Nullable Function<Object, E> reference;
        private @Nullable Attribute<E> id;
        private @Nullable BasicAttribute<E, ?> version;
        private final List<Attribute<E>> attributes = new ArrayList<>();
        private final List<UniqueConstraint> uniques = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();

        @SuppressWarnings("unchecked") // the attributes of a class are attributes of those that extend it
        private Builder(
                Class<E> type, String table, @Nullable Supplier<E> create, @Nullable EntityModel<? super E> parent) {
            this.type = type;
            this.table = table;
            this.create = create;
            this.parent = parent;
            if (parent != null) {
                EntityModel<E> inherited = (EntityModel<E>) parent;
                this.hierarchy = inherited.hierarchy;
                this.schema = inherited.tableName.schema();
                this.id = inherited.id;
                this.version = inherited.version;
                this.attributes.addAll(inherited.attributes);
            }
        }

        /** Classes that extend this one have their rows in this table too; the column tells whose a row is. */
        public Builder<E> discriminator(String column, SqlType<?> by) {
            this.hierarchy = new Hierarchy(column, by);
            return this;
        }

        /** What the discriminator column holds in rows of this class; not for an abstract class. */
        public Builder<E> discriminatedBy(Object value) {
            this.discriminatorValue = value;
            return this;
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
            EntityModel<E> model = new EntityModel<>(this, id);
            if (hierarchy != null) {
                hierarchy.join(model);
            }
            return model;
        }
    }
}
