package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.InNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.TableSource;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.sql.tree.ValuesNode;
import io.fluxalchemy.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The entity classes that share the table of their root, told apart by the discriminator column. A class is known from when its
 * generated class is first used, at the latest when a session factory is made of it. Thread-safe.
 */
public final class Hierarchy {

    private final String column;
    private final SqlType<?> type;
    private final List<EntityModel<?>> members = new CopyOnWriteArrayList<>();

    Hierarchy(String column, SqlType<?> type) {
        this.column = column;
        this.type = type;
    }

    /** The name of the discriminator column. */
    public String column() {
        return column;
    }

    SqlType<?> type() {
        return type;
    }

    void join(EntityModel<?> model) {
        members.add(model);
    }

    /** The classes known so far, each after the one it extends. */
    public List<EntityModel<?>> members() {
        return List.copyOf(members);
    }

    /** Where a row is of this class or of one that extends it. */
    Node isA(EntityModel<?> model, TableSource source) {
        List<Object> values = new ArrayList<>();
        for (EntityModel<?> member : members) {
            Object value = member.discriminatorValue();
            if (value != null && member.isKindOf(model)) {
                values.add(value);
            }
        }
        Node discriminator = new ColumnNode(source, column);
        return values.size() == 1
                ? new BinaryNode(BinaryOperator.EQ, discriminator, new ValueNode(type, values.get(0)))
                : new InNode(discriminator, new ValuesNode(type, new ArrayList<>(values)), false);
    }

    /** What the discriminator of an entity's row is. */
    Object valueOf(Object entity) {
        for (EntityModel<?> member : members) {
            Object value = member.discriminatorValue();
            if (member.type() == entity.getClass() && value != null) {
                return value;
            }
        }
        throw new MappingException(entity.getClass().getName() + " is no entity of the hierarchy of "
                + members.get(0).type().getName());
    }
}
