package io.fluxalchemy.compiler;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.DerivedSource;
import io.fluxalchemy.sql.tree.FunctionSource;
import io.fluxalchemy.sql.tree.JoinTree;
import io.fluxalchemy.sql.tree.LogicNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.SetTree;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TreeTransform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables in a FROM that no condition links with the others, so that every row of the ones meets every row of the others.
 * What was joined with {@code crossJoin} is meant. Pure; an engine of
 * tests or of development refuses them with {@code AsyncEngine.builder().transform(CartesianProducts.refused())}.
 */
public final class CartesianProducts {

    private CartesianProducts() {}

    /** For each SELECT of a product without conditions, the names of its tables in groups that nothing links; else empty. */
    public static List<List<Set<String>>> of(QueryTree query) {
        List<List<Set<String>>> found = new ArrayList<>();
        collect(query, found);
        return found;
    }

    /** A transform that changes nothing and refuses statements that hold such a product. */
    public static TreeTransform refused() {
        return new TreeTransform() {
            @Override
            protected SelectTree rewrite(SelectTree select) {
                List<Set<String>> groups = groups(select).left();
                if (groups.size() > 1) {
                    throw new StatementException("every row of " + groups.get(0) + " would meet every row of "
                            + groups.get(1)
                            + ": add a condition that links them, or say crossJoin where that is meant");
                }
                return select;
            }
        };
    }

    private static void collect(QueryTree query, List<List<Set<String>>> found) {
        if (query instanceof SetTree set) {
            collect(set.left(), found);
            collect(set.right(), found);
        } else if (query instanceof SelectTree select) {
            Groups groups = groups(select);
            List<Set<String>> left = groups.left();
            if (left.size() > 1) {
                found.add(left);
            }
            for (Source source : groups.sources) {
                if (source instanceof DerivedSource derived) {
                    collect(derived.query(), found);
                }
            }
        }
    }

    private static Groups groups(SelectTree select) {
        Groups groups = new Groups();
        select.from().forEach(groups::add);
        for (JoinTree join : select.joins()) {
            groups.add(join.source());
            if (join.kind() == JoinTree.Kind.CROSS) {
                groups.linkAll();
            }
        }
        select.joins().forEach(join -> link(groups, join.on()));
        link(groups, select.where());
        return groups;
    }

    private static void link(Groups groups, @Nullable Node condition) {
        if (condition instanceof LogicNode logic && logic.conjunction()) {
            logic.operands().forEach(each -> link(groups, each));
        } else if (condition != null) {
            groups.link(ColumnSources.of(condition));
        }
    }

    /** Sources by the group they are in so far. */
    private static final class Groups {

        private final List<Source> sources = new ArrayList<>();
        private final Map<String, Set<String>> groups = new LinkedHashMap<>();

        void add(Source source) {
            sources.add(source);
            groups.put(source.qualifier(), new HashSet<>(Set.of(source.qualifier())));
            boolean dependent =
                    source instanceof FunctionSource || (source instanceof DerivedSource derived && derived.lateral());
            if (dependent) {
                linkAll();
            }
        }

        void linkAll() {
            link(Set.copyOf(groups.keySet()));
        }

        void link(Set<String> names) {
            Set<String> merged = new HashSet<>();
            for (String name : names) {
                merged.addAll(groups.getOrDefault(name, Set.of()));
            }
            merged.forEach(name -> groups.put(name, merged));
        }

        List<Set<String>> left() {
            return groups.values().stream().distinct().map(Set::copyOf).toList();
        }
    }
}
