package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array.
 *
 * @param <A> the Java class of the array, a {@link List}
 * @param <E> the Java class of its elements
 */
public interface ArrayExpression<A, E> extends ExpressionOf<A, ArrayExpression<A, E>> {

    @Override
    default ArrayExpression<A, E> with(Node node, @Nullable String label) {
        return new ComputedArray<>(node, type(), label);
    }

    default Condition contains(E element) {
        return containsAll(List.of(element));
    }

    /** Whether every one of these is an element; true for none. */
    default Condition containsAll(Collection<? extends E> elements) {
        return Conditions.of(new BinaryNode(BinaryOperator.ARRAY_CONTAINS, node(), array(elements)));
    }

    /** Whether at least one of these is an element; false for none. */
    default Condition overlaps(Collection<? extends E> elements) {
        return Conditions.of(new BinaryNode(BinaryOperator.ARRAY_OVERLAPS, node(), array(elements)));
    }

    private Node array(Collection<? extends E> elements) {
        if (type().javaType() != List.class) {
            throw new StatementException(
                    describe() + " is read as " + type().javaType().getSimpleName()
                            + ": contains and overlaps need an array type made by arrayOf(…)");
        }
        return new ValueNode(type(), List.copyOf(elements));
    }
}
