package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.Types;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys with texts or nulls; PostgreSQL with the extension hstore. */
public interface HstoreExpression extends ExpressionOf<Map<String, @Nullable String>, HstoreExpression> {

    @Override
    default HstoreExpression with(Node node, @Nullable String label) {
        return new ComputedHstore(node, type(), label);
    }

    /** The text of a key; NULL where there is no such key, or no text at it. */
    default TextExpression get(String key) {
        return new ComputedText(
                new BinaryNode(BinaryOperator.ENTRY_OF_KEY, node(), new ValueNode(Types.TEXT, key)),
                Widening.text(type()),
                null);
    }

    default Condition hasKey(String key) {
        return Conditions.of(new BinaryNode(BinaryOperator.ENTRIES_HAVE_KEY, node(), new ValueNode(Types.TEXT, key)));
    }

    /** Whether all of these entries are there, with these values. */
    default Condition containsAll(Map<String, @Nullable String> entries) {
        return Comparison.of(BinaryOperator.ENTRIES_CONTAIN, this, entries, "containsAll");
    }
}
