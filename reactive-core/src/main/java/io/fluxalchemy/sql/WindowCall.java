package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.OverNode;
import java.util.function.Function;

/** A call of a window function, and the kind of value it yields. */
record WindowCall<E>(FunctionNode function, Function<Node, E> kind) implements WindowFunction<E> {

    @Override
    public E over(Window window) {
        return kind.apply(new OverNode(function, window.tree()));
    }
}
