package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.TextTree;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SQL text and the values its parameters have so far. */
record TextBindings(NamedText text, Map<String, ValueNode> values) {

    static TextBindings of(String text) {
        return new TextBindings(NamedText.parse(text), Map.of());
    }

    TextBindings bind(String name, @Nullable Object value) {
        if (value == null) {
            throw new StatementException("bind(\"" + name
                    + "\", null): the type of a NULL cannot be seen from it; use bindNull(\"" + name + "\", type)");
        }
        return with(name, new ValueNode(ValueTypes.of(value, "bind(\"" + name + "\", …)"), value));
    }

    TextBindings bind(String name, @Nullable Object value, SqlType<?> type) {
        return with(name, new ValueNode(type, value));
    }

    TextBindings bindNull(String name, SqlType<?> type) {
        return with(name, new ValueNode(type, null));
    }

    private TextBindings with(String name, ValueNode value) {
        if (!text.names().contains(name)) {
            throw new StatementException("the text has no parameter :" + name + "; it has " + names(text.names()));
        }
        Map<String, ValueNode> all = new HashMap<>(values);
        if (all.put(name, value) != null) {
            throw new StatementException("parameter :" + name + " is bound twice");
        }
        return new TextBindings(text, Map.copyOf(all));
    }

    TextTree tree() {
        List<String> missing =
                text.names().stream().filter(name -> !values.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new StatementException("no value for " + names(missing)
                    + ": bind each, or write \\: for a colon that begins no" + " parameter");
        }
        return new TextTree(
                text.parts(), text.names().stream().<Node>map(values::get).toList());
    }

    private static String names(List<String> names) {
        return names.isEmpty()
                ? "none"
                : names.stream().distinct().map(name -> ":" + name).collect(Collectors.joining(", "));
    }
}
