package io.fluxalchemy.compiler;

import io.fluxalchemy.compiler.CompiledSql.Slot;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.sql.tree.ValuesNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value nodes of one statement, numbered in the order they were met. A node met twice is one value: it keeps its number, and
 * {@link #sharing()} tells at which places that happened.
 */
final class ValueList {

    private static final int SEARCHED = 12;

    private final List<Node> nodes = new ArrayList<>();
    private int[] places = new int[8];
    private int placeCount;
    private @Nullable Map<Node, Integer> ordinals;

    void add(Node value) {
        int ordinal = find(value);
        if (ordinal < 0) {
            ordinal = nodes.size();
            nodes.add(value);
            if (ordinals != null) {
                ordinals.put(value, ordinal);
            }
        }
        if (placeCount == places.length) {
            places = Arrays.copyOf(places, placeCount * 2);
        }
        places[placeCount++] = ordinal;
    }

    Node get(int ordinal) {
        return nodes.get(ordinal);
    }

    int ordinalOf(Node value) {
        int ordinal = find(value);
        if (ordinal < 0) {
            throw new IllegalStateException("the value " + value + " was not met in the statement it is rendered in");
        }
        return ordinal;
    }

    /** A run of a statement whose slots take from this list. */
    BoundSql bind(CompiledSql compiled) {
        List<Slot> slots = compiled.slots();
        Parameter[] parameters = new Parameter[slots.size()];
        for (int i = 0; i < parameters.length; i++) {
            Slot slot = slots.get(i);
            Node node = nodes.get(slot.ordinal());
            String column = node instanceof ValueNode value ? value.column() : null;
            parameters[i] = new Parameter(slot.type(), value(node, slot.element()), column);
        }
        return new BoundSql(compiled, List.of(parameters));
    }

    @Nullable
    Object valueOf(Slot slot) {
        return value(nodes.get(slot.ordinal()), slot.element());
    }

    private static @Nullable Object value(Node node, int element) {
        if (node instanceof ValueNode value) {
            return value.value();
        }
        List<@Nullable Object> values = ((ValuesNode) node).values();
        return element == Slot.WHOLE ? values : values.get(Math.min(element, values.size() - 1));
    }

    /** The values themselves, in order. */
    List<@Nullable Object> contents() {
        List<@Nullable Object> contents = new ArrayList<>();
        for (Node node : nodes) {
            contents.add(node instanceof ValueNode value ? value.value() : ((ValuesNode) node).values());
        }
        return contents;
    }

    /** For each place its value's ordinal; null where no two places share a value. */
    int @Nullable [] sharing() {
        return placeCount == nodes.size() ? null : Arrays.copyOf(places, placeCount);
    }

    private int find(Node value) {
        if (nodes.size() <= SEARCHED) {
            for (int i = 0; i < nodes.size(); i++) {
                if (nodes.get(i) == value) {
                    return i;
                }
            }
            return -1;
        }
        if (ordinals == null) {
            ordinals = new IdentityHashMap<>();
            for (int i = 0; i < nodes.size(); i++) {
                ordinals.put(nodes.get(i), i);
            }
        }
        Integer ordinal = ordinals.get(value);
        return ordinal == null ? -1 : ordinal;
    }
}
