package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operands of templates and calls: expressions and queries stand for themselves, anything else is a value to bind. */
final class Operands {

    private static final java.util.regex.Pattern PLACE = java.util.regex.Pattern.compile("\\{(\\d{1,3})}");
    private static final java.util.regex.Pattern NAME =
            java.util.regex.Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*)?");

    private Operands() {}

    static List<Node> nodes(String place, @Nullable Object... operands) {
        List<Node> nodes = new ArrayList<>(operands.length);
        for (Object operand : operands) {
            nodes.add(node(place, operand));
        }
        return nodes;
    }

    private static Node node(String place, @Nullable Object operand) {
        if (operand == null) {
            throw new StatementException(
                    place + ": an operand is null, whose type cannot be seen; use cast(…) or a column");
        } else if (operand instanceof Expression<?> expression) {
            return expression.node();
        } else if (operand instanceof RawExpression raw) {
            return raw.untyped();
        } else if (operand instanceof Query<?> query) {
            return Comparison.oneColumn(query, place);
        }
        return new ValueNode(ValueTypes.of(operand, place), operand);
    }

    /** A function's name, with its schema or without. */
    static String functionName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new StatementException(
                    "call(\"" + name + "\", …): a function's name is letters, digits and _, with a schema"
                            + " before a dot; anything else is said with template(…)");
        }
        return name;
    }

    /** The template, if its places and the operands go together. */
    static String template(String template, int operands) {
        boolean[] used = new boolean[operands];
        var places = PLACE.matcher(template);
        while (places.find()) {
            int index = Integer.parseInt(places.group(1));
            if (index >= operands) {
                throw new StatementException("template(\"" + template + "\", …): there is no operand for {" + index
                        + "}, there are " + operands);
            }
            used[index] = true;
        }
        for (int i = 0; i < operands; i++) {
            if (!used[i]) {
                throw new StatementException("template(\"" + template + "\", …): nothing uses operand {" + i + "}");
            }
        }
        return template;
    }
}
