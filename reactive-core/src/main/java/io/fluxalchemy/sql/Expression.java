package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.type.SqlType;

/** A value in a statement: what every kind of expression can do. Immutable. */
public interface Expression<T> extends Selectable<T> {

    Node node();

    SqlType<T> type();
}
