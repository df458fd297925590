package io.fluxalchemy.dialects.oracle;

import io.fluxalchemy.sql.tree.AggregateNode;
import io.fluxalchemy.sql.tree.CaseBranch;
import io.fluxalchemy.sql.tree.CaseNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.PortableFunction;
import io.fluxalchemy.sql.tree.TemplateNode;
import java.util.List;

/** Rewrites calls of aggregates: rows that do not count become NULL, which no aggregate counts. */
final class OracleAggregates {

    private OracleAggregates() {}

    static AggregateNode lower(AggregateNode aggregate) {
        boolean joined = aggregate.name().equals(PortableFunction.STRING_AGG);
        Node filter = aggregate.filter();
        if (!joined && filter == null) {
            return aggregate;
        }
        List<Node> arguments = joined ? aggregate.arguments().subList(0, 1) : aggregate.arguments();
        if (filter != null) {
            List<Node> counted = arguments.isEmpty() ? List.of(new TemplateNode("1", List.of())) : arguments;
            arguments = counted.stream()
                    .<Node>map(argument -> new CaseNode(List.of(new CaseBranch(filter, argument)), null))
                    .toList();
        }
        return new AggregateNode(
                aggregate.name(),
                aggregate.distinct(),
                arguments,
                joined ? List.of() : aggregate.orderBy(),
                joined ? aggregate.orderBy() : aggregate.withinGroup(),
                null);
    }
}
