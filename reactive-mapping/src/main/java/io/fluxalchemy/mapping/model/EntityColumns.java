package io.fluxalchemy.mapping.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an entity's table in a fixed order: attributes in declaration order, embeddeds and foreign keys flattened. What
 * is selected, compared, inserted and read back follows this order everywhere. Immutable.
 */
public final class EntityColumns<E> {

    private final EntityModel<E> model;
    private final List<EntityColumn<E>> all;
    private final List<EntityColumn<E>> id;
    private final Map<String, Integer> positions;
    private final @Nullable EntityColumn<E> version;
    private final int[] idPositions;
    private final int versionPosition;

    EntityColumns(EntityModel<E> model) {
        this.model = model;
        this.all = new ColumnFlattener<>(model).columns();
        this.id = of(model.id());
        this.version = model.version() == null ? null : of(model.version()).get(0);
        this.idPositions = id.stream().mapToInt(all::indexOf).toArray();
        this.versionPosition = version == null ? -1 : all.indexOf(version);
        this.positions = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            EntityColumn<E> column = all.get(i);
            if (!column.isReadOnly() || !positions.containsKey(column.name())) {
                positions.put(column.name(), i);
            }
        }
    }

    public List<EntityColumn<E>> all() {
        return all;
    }

    public int size() {
        return all.size();
    }

    /** The columns of the primary key, in the order of the id's fields. */
    public List<EntityColumn<E>> id() {
        return id;
    }

    /** The column of the version; null for an entity without optimistic lock. */
    public @Nullable EntityColumn<E> version() {
        return version;
    }

    /** The position of a column of the primary key among {@link #all()}. */
    public int idPosition(int part) {
        return idPositions[part];
    }

    /** Which column of the primary key stands at a position; -1 where none does. */
    public int idPart(int position) {
        for (int part = 0; part < idPositions.length; part++) {
            if (idPositions[part] == position) {
                return part;
            }
        }
        return -1;
    }

    /** The position of the version among {@link #all()}; -1 for an entity without optimistic lock. */
    public int versionPosition() {
        return versionPosition;
    }

    /** The columns of one attribute; none for a collection and for the inverse side of a one-to-one. */
    public List<EntityColumn<E>> of(Attribute<?> attribute) {
        return all.stream().filter(c -> c.attribute() == attribute).toList();
    }

    /** The position of a column among {@link #all()}, that of the writing mapping where one column is mapped twice; -1 if there is none. */
    public int indexOf(String column) {
        return positions.getOrDefault(column, -1);
    }

    /** What the entity holds for each column now. */
    public @Nullable Object[] values(E entity) {
        @Nullable Object[] values = new @Nullable Object[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i).read(entity);
        }
        return values;
    }

    /** The entity's id, or null while it is unset: a null, zero in a primitive, or a null part of a composite. */
    public @Nullable Object key(E entity) {
        if (entity instanceof EntityReference reference) {
            return reference.referencedId();
        }
        Object value = model.id().access().get(entity);
        if (value == null) {
            return null;
        }
        @Nullable Object[] parts = keyParts(value);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] == null || parts.length == 1 && id.get(i).isUnset(parts[i])) {
                return null;
            }
        }
        return value;
    }

    /** The values of the primary key's columns of an id, in the order of {@link #id()}. */
    public @Nullable Object[] keyParts(Object key) {
        if (!(model.id() instanceof EmbeddedAttribute<E, ?> embedded)) {
            return new Object[] {key};
        }
        return embedded.model().parts(key);
    }

    /** The value an id gives to one column of the primary key. */
    public @Nullable Object keyPart(Object key, String column) {
        for (int i = 0; i < id.size(); i++) {
            if (id.get(i).name().equals(column)) {
                return keyParts(key)[i];
            }
        }
        throw new IllegalArgumentException(column + " is no column of the id of " + model);
    }

    /** The id made of the values of the primary key's columns. */
    public Object keyOf(@Nullable Object[] parts) {
        Object key = model.id() instanceof EmbeddedAttribute<E, ?> embedded
                ? embedded.model().create().apply(parts)
                : parts[0];
        if (key == null) {
            throw new IllegalArgumentException("the id of " + model + " cannot be made of a NULL");
        }
        return key;
    }

    /** Writes a value that came from the database, such as a generated key, into the entity's field. */
    public void write(E entity, EntityColumn<E> column, @Nullable Object value) {
        set(column.attribute().access(), entity, with(entity, column, value));
    }

    /** What a column's attribute is to hold so that the column has this value: the value, or the embeddable with it. */
    public @Nullable Object with(E entity, EntityColumn<E> column, @Nullable Object value) {
        if (!(column.attribute() instanceof EmbeddedAttribute<E, ?> embedded)) {
            return value;
        }
        List<@Nullable Object> parts = new ArrayList<>();
        for (EntityColumn<E> other : of(embedded)) {
            parts.add(other.name().equals(column.name()) ? value : other.read(entity));
        }
        return embedded.model().create().apply(parts.toArray());
    }

    @SuppressWarnings("unchecked")
    private static <E> void set(Accessor<E, ?> access, E entity, @Nullable Object value) {
        ((Accessor<E, Object>) access).set(entity, value);
    }
}
