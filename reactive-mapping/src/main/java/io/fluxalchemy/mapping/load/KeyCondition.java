package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.state.EntityKey;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.InNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TupleNode;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.sql.tree.ValuesNode;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.List;

/** Columns that hold one of some keys. */
record KeyCondition(Node node) implements Condition {

    static KeyCondition in(Source source, List<KeyColumn> columns, List<?> keys) {
        if (columns.size() == 1) {
            KeyColumn column = columns.get(0);
            if (keys.size() == 1) {
                Node value = new ValueNode(column.type(), keys.get(0));
                return new KeyCondition(new BinaryNode(BinaryOperator.EQ, column.node(source), value));
            }
            Node list = new ValuesNode(column.type(), new ArrayList<>(keys));
            return new KeyCondition(new InNode(column.node(source), list, false));
        }
        List<Node> left = new ArrayList<>();
        columns.forEach(column -> left.add(column.node(source)));
        List<Node> rows = new ArrayList<>();
        int padded = keys.size() == 1 ? 1 : Integer.highestOneBit(keys.size() - 1) << 1;
        for (int i = 0; i < padded; i++) {
            rows.add(tuple(columns, EntityKey.columnValues(keys.get(Math.min(i, keys.size() - 1)))));
        }
        return new KeyCondition(new InNode(new TupleNode(left), new TupleNode(rows), false));
    }

    private static Node tuple(List<KeyColumn> columns, List<Object> values) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            nodes.add(new ValueNode(columns.get(i).type(), values.get(i)));
        }
        return new TupleNode(nodes);
    }

    @Override
    public SqlType<Boolean> type() {
        return Types.BOOLEAN;
    }

    /** A column of a key. */
    record KeyColumn(String name, SqlType<?> type) {

        ColumnNode node(Source source) {
            return new ColumnNode(source, name);
        }
    }
}
