package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.CaseBranch;
import io.fluxalchemy.sql.tree.CaseNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CASE under way: further branches, then what holds otherwise. The first branch says the type. Immutable. */
public final class Case<T> {

    private final SqlType<T> type;
    private final List<CaseBranch> branches;

    private Case(SqlType<T> type, List<CaseBranch> branches) {
        this.type = type;
        this.branches = branches;
    }

    static <T> Case<T> of(SqlType<T> type, Condition condition, Node then) {
        return new Case<>(type, List.of(new CaseBranch(condition.node(), then)));
    }

    public Case<T> when(Condition condition, T then) {
        return with(condition, new ValueNode(type, then));
    }

    public Case<T> when(Condition condition, Expression<T> then) {
        return with(condition, then.node());
    }

    private Case<T> with(Condition condition, Node then) {
        List<CaseBranch> all = new ArrayList<>(branches);
        all.add(new CaseBranch(condition.node(), then));
        return new Case<>(type, List.copyOf(all));
    }

    public ValueExpression<T> orElse(T otherwise) {
        return end(new ValueNode(type, otherwise));
    }

    public ValueExpression<T> orElse(Expression<T> otherwise) {
        return end(otherwise.node());
    }

    public ValueExpression<T> orNull() {
        return end(null);
    }

    private ValueExpression<T> end(@Nullable Node otherwise) {
        return new ComputedValue<>(new CaseNode(branches, otherwise), type, null);
    }
}
