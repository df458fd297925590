package io.fluxalchemy.sql;

import static io.fluxalchemy.sql.Authors.AUTHORS;
import static io.fluxalchemy.sql.Sql.and;
import static io.fluxalchemy.sql.Sql.ifPresent;
import static io.fluxalchemy.sql.Sql.not;
import static io.fluxalchemy.sql.Sql.or;
import static io.fluxalchemy.sql.Sql.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.sql.tree.LogicNode;
import io.fluxalchemy.sql.tree.NeutralNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private final Condition kept = AUTHORS.name.eq("x");
    private final Condition other = AUTHORS.active;
    private final Condition dropped = AUTHORS.nick.eqIf(null);

    @Test
    void theOppositeOfAnOppositeIsTheConditionItself() {
        Condition condition = AUTHORS.name.eq("a").and(AUTHORS.id.gt(1L));
        assertThat(condition.not().not().node()).isEqualTo(condition.node());
        assertThat(condition.not().not().not().node())
                .isEqualTo(condition.not().node())
                .isNotEqualTo(condition.node());
    }

    @Test
    void aDroppedConditionLeavesNoTrace() {
        assertThat(kept.and(dropped)).isEqualTo(kept);
        assertThat(dropped.or(kept)).isEqualTo(kept);
        assertThat(or(dropped, kept, dropped)).isEqualTo(kept);
        assertThat(dropped.not().node()).isInstanceOf(NeutralNode.class);
        assertThat(not(and()).node()).isInstanceOf(NeutralNode.class);
        assertThat(and(dropped, or(dropped)).node()).isInstanceOf(NeutralNode.class);
    }

    @Test
    void conditionsOfOneOperatorAreOneNode() {
        LogicNode all = (LogicNode) kept.and(other).and(kept).node();
        assertThat(all.conjunction()).isTrue();
        assertThat(all.operands()).isEqualTo(List.of(kept.node(), other.node(), kept.node()));
        LogicNode mixed = (LogicNode) kept.or(other).and(kept).node();
        assertThat(mixed.operands()).hasSize(2);
        assertThat(((LogicNode) mixed.operands().get(0)).conjunction()).isFalse();
    }

    @Test
    void conditionsAreMadeOnlyWhenWanted() {
        assertThat(ifPresent((String) null, AUTHORS.name::eq).node()).isInstanceOf(NeutralNode.class);
        assertThat(ifPresent("x", AUTHORS.name::startsWith)).isEqualTo(AUTHORS.name.startsWith("x"));
        assertThat(when(false, () -> {
                            throw new AssertionError("not wanted");
                        })
                        .node())
                .isInstanceOf(NeutralNode.class);
        assertThat(when(true, () -> kept)).isEqualTo(kept);
    }
}
