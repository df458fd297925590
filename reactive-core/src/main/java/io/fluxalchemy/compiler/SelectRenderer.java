package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.Precedence;
import io.fluxalchemy.dialect.Spelling;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.Correlation;
import io.fluxalchemy.sql.tree.DerivedSource;
import io.fluxalchemy.sql.tree.GroupingNode;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.JoinTree;
import io.fluxalchemy.sql.tree.LimitKind;
import io.fluxalchemy.sql.tree.LockTree;
import io.fluxalchemy.sql.tree.LogicNode;
import io.fluxalchemy.sql.tree.NeutralNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.OrderNode;
import io.fluxalchemy.sql.tree.Place;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.RemarkTree;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.SetTree;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TemplateNode;
import io.fluxalchemy.sql.tree.TextTree;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.sql.tree.WriteTree;
import io.fluxalchemy.type.Wrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes queries, clause by clause in the order of SQL. */
final class SelectRenderer {

    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,3}");

    private final StatementWriter out;
    private int depth;
    private boolean isRead;

    SelectRenderer(StatementWriter out) {
        this.out = out;
    }

    void render(QueryTree query) {
        if (query instanceof SelectTree select) {
            List<Source> sources = new ArrayList<>(select.from());
            select.joins().forEach(join -> sources.add(join.source()));
            out.within(sources, () -> select(select));
        } else if (query instanceof SetTree set) {
            set(set);
        } else if (query instanceof TextTree text) {
            text(text);
        } else if (query instanceof WriteTree write) {
            out.writing(write.command());
        }
    }

    /** As {@link #render}, for a query inside another statement. */
    void nested(QueryTree query) {
        nested(() -> render(query));
    }

    private void nested(Runnable part) {
        nested(false, part);
    }

    /** @param stillRead whether what the part selects is what the outer query selects */
    private void nested(boolean stillRead, Runnable part) {
        boolean outer = isRead;
        isRead &= stillRead;
        depth++;
        part.run();
        depth--;
        isRead = outer;
    }

    /** As {@link #render}, for the query whose rows a caller reads. */
    void renderRead(QueryTree query) {
        isRead = true;
        render(query);
        isRead = false;
    }

    /** As {@link #render}, for a query that is a value or a condition of another one. */
    void correlated(QueryTree query) {
        nested(() -> correlatedHere(query));
    }

    private void correlatedHere(QueryTree query) {
        if (query instanceof SelectTree select && select.correlation().kind() != Correlation.Kind.FREE) {
            Correlation correlation = select.correlation();
            List<Source> own = select.from().stream()
                    .filter(source ->
                            !correlation.includes(source) || !out.scope().reads(source))
                    .toList();
            if (own.isEmpty() && correlation.isSaid() && !select.from().isEmpty()) {
                throw new StatementException("a sub-query is correlated with all tables it reads, "
                        + select.from().stream().map(Source::qualifier).toList()
                        + ", and has none of its own: leave one out of correlate(…), name it in correlateExcept(…), or read"
                        + " an alias of it");
            }
            boolean shared = !own.isEmpty() && own.size() < select.from().size();
            SelectTree rest = shared ? select.withFrom(own, select.joins()) : select;
            if (correlation.isSaid()) {
                out.correlated(correlation, () -> render(rest));
            } else {
                render(rest);
            }
        } else if (query instanceof SetTree set) {
            set(set, this::correlatedHere);
        } else {
            render(query);
        }
    }

    /**
     * The items of a select list or of RETURNING.
     *
     * @param read whether a caller reads them, so that the SQL of their types stands around them
     */
    void items(List<ItemTree> items, boolean read) {
        for (int i = 0; i < items.size(); i++) {
            ItemTree item = items.get(i);
            Wrapping wrapping = read ? item.wrapping() : null;
            String label = item.alias();
            out.sql(i == 0 ? "" : ", ");
            if (wrapping == null) {
                out.typed(item.node());
            } else {
                wrapped(wrapping.read(out.dialect().name()), item.node());
                label = label == null && item.node() instanceof ColumnNode column ? column.name() : label;
            }
            if (label != null) {
                out.sql(" as ").name(label);
            }
        }
    }

    private void wrapped(String template, Node node) {
        Spelling spelling = Spelling.of(template);
        for (String text : spelling.texts().subList(0, spelling.operands().size())) {
            out.sql(text);
            if (node instanceof ValueNode) {
                out.typed(node);
            } else {
                out.operand(node, Precedence.PRIMARY);
            }
        }
        out.sql(spelling.texts().get(spelling.operands().size()));
    }

    private void select(SelectTree select) {
        if (select.items().isEmpty()) {
            throw new StatementException("a select list is empty: select at least one column or value");
        }
        RemarkTree remarks = select.remarks();
        out.sql("select ");
        out.remarks(remarks.prefixes(), "", " ");
        clauses(remarks, Place.BEFORE_ITEMS, "", " ");
        out.sql(select.distinct() ? "distinct " : "");
        if (!select.distinctOn().isEmpty()) {
            out.require(Feature.DISTINCT_ON);
            list("on (", select.distinctOn());
            out.sql(") ");
        }
        boolean headed = isHeaded(select);
        if (headed && select.limit() != null) {
            out.dialect().limit().writeAtHead(out, select.limitKind(), select.limit());
        }
        items(select.items(), isRead);
        from(select);
        clauses(remarks, Place.AFTER_FROM, " ", "");
        condition(" where ", select.where());
        clauses(remarks, Place.AFTER_WHERE, " ", "");
        requireRollup(select);
        list(" group by ", select.groupBy());
        condition(" having ", select.having());
        clauses(remarks, Place.AFTER_GROUPS, " ", "");
        orders(select, headed);
        clauses(remarks, Place.AFTER_ORDER, " ", "");
        if (!headed) {
            limit(select);
        }
        if (select.lock() != null) {
            lock(select.lock());
        }
        clauses(remarks, Place.AT_END, " ", "");
        out.remarks(remarks.suffixes(), " ", "");
    }

    private void clauses(RemarkTree remarks, Place place, String before, String after) {
        for (RemarkTree.OwnClause clause : remarks.clauses()) {
            if (clause.place() == place) {
                out.sql(before).node(clause.node()).sql(after);
            }
        }
    }

    private boolean isHeaded(SelectTree select) {
        return select.limit() != null && out.dialect().limit().isAtHead(select.limitKind(), select.offset() != null);
    }

    private void orders(SelectTree select, boolean headed) {
        boolean limited = select.limit() != null || select.offset() != null;
        if (select.orderBy().isEmpty()) {
            out.sql(limited && !headed ? out.dialect().limit().orderWhereNone(select.distinct()) : "");
        } else if (limited || depth == 0 || out.dialect().queries().ordersSubQueries()) {
            out.orders(select.orderBy());
        }
    }

    private void requireRollup(SelectTree select) {
        if (!out.dialect().rollsUpLast()) {
            return;
        }
        for (Node node : select.groupBy()) {
            if (node instanceof GroupingNode grouping && grouping.kind() == GroupingNode.Kind.ROLLUP) {
                boolean plain =
                        select.groupBy().size() == 1 && grouping.sets().stream().allMatch(set -> set.size() == 1);
                if (!plain) {
                    throw StandardExpressions.missing(
                            "rollup beside other groupings or of several columns together",
                            out.dialect().name());
                }
                if (!select.orderBy().isEmpty()) {
                    out.require(Feature.ROLLUP_ORDER);
                }
            }
        }
    }

    private void list(String before, List<Node> nodes) {
        String separator = before;
        for (Node node : nodes) {
            out.sql(separator).node(node);
            separator = ", ";
        }
    }

    private void lock(LockTree lock) {
        out.buffer().writes();
        switch (lock.strength()) {
            case UPDATE -> {}
            case SHARE -> out.require(Feature.LOCK_SHARE);
            case NO_KEY_UPDATE, KEY_SHARE -> out.require(Feature.LOCK_KEY);
        }
        if (!lock.of().isEmpty()) {
            out.require(Feature.LOCK_OF);
        }
        out.dialect().lock().write(out, lock);
    }

    private void from(SelectTree select) {
        boolean first = true;
        for (Source source : select.from()) {
            out.sql(first ? " from " : applies(source) ? " cross apply " : " cross join ");
            source(select, source);
            first = false;
        }
        for (JoinTree join : select.joins()) {
            if (select.from().isEmpty()) {
                throw new StatementException("the query joins '" + join.source().qualifier()
                        + "' to nothing: name the first table with from(…)");
            }
            if (join.kind() == JoinTree.Kind.FULL) {
                out.require(Feature.FULL_JOIN);
            }
            if (applies(join.source())) {
                apply(select, join);
                continue;
            }
            out.sql(" ").sql(join.kind().sql()).sql(" ");
            source(select, join.source());
            if (join.on() != null) {
                out.sql(" on ").condition(join.on());
            }
        }
    }

    private void source(SelectTree select, Source source) {
        out.source(source);
        if (select.lock() != null) {
            out.dialect().lock().hint(out, select.lock(), source);
        }
    }

    private static boolean isTrue(Node condition) {
        return condition instanceof NeutralNode
                || condition instanceof LogicNode logic
                        && logic.conjunction()
                        && logic.operands().stream().allMatch(SelectRenderer::isTrue);
    }

    private boolean applies(Source source) {
        return source instanceof DerivedSource derived
                && derived.lateral()
                && out.dialect().queries().appliesLateral();
    }

    private void apply(SelectTree select, JoinTree join) {
        boolean outer = join.kind() == JoinTree.Kind.LEFT;
        if (!outer && join.kind() != JoinTree.Kind.INNER && join.kind() != JoinTree.Kind.CROSS
                || join.on() != null && !isTrue(join.on())) {
            throw StandardExpressions.missing(
                    "a lateral sub-query joined on a condition, which belongs into its where",
                    out.dialect().name());
        }
        out.sql(outer ? " outer apply " : " cross apply ");
        source(select, join.source());
    }

    private void condition(String before, @Nullable Node condition) {
        if (condition != null && !(condition instanceof NeutralNode)) {
            out.sql(before).condition(condition);
        }
    }

    private void limit(SelectTree select) {
        if (select.limit() == null || select.limitKind() == LimitKind.ROWS) {
            limit(select.limit(), select.offset());
        } else if (select.limitKind() == LimitKind.WITH_TIES) {
            out.require(Feature.WITH_TIES);
            out.dialect().limit().writeWithTies(out, select.limit(), select.offset());
        } else {
            out.require(Feature.LIMIT_PERCENT);
            out.dialect().limit().writePercent(out, select.limit(), select.offset());
        }
    }

    private void limit(@Nullable Node limit, @Nullable Node offset) {
        if (limit != null || offset != null) {
            out.dialect().limit().write(out, limit, offset);
        }
    }

    private void set(SetTree set) {
        set(set, this::render);
    }

    private void set(SetTree set, Consumer<QueryTree> operands) {
        if (set.all() && set.kind() != SetTree.Kind.UNION) {
            out.require(Feature.INTERSECT_ALL);
        }
        operand(set, set.left(), true, operands);
        out.sql(" ").sql(set.kind().name().toLowerCase(Locale.ROOT)).sql(set.all() ? " all " : " ");
        operand(set, set.right(), false, operands);
        for (int i = 0; i < set.orderBy().size(); i++) {
            out.sql(i == 0 ? " order by " : ", ");
            position(set, set.orderBy().get(i));
        }
        if (set.orderBy().isEmpty() && (set.limit() != null || set.offset() != null)) {
            out.sql(out.dialect().limit().orderWhereNone(true));
        }
        limit(set.limit(), set.offset());
    }

    private static boolean isPlain(SetTree set, QueryTree query, boolean isLeft) {
        return query instanceof SelectTree select
                ? select.orderBy().isEmpty()
                        && select.limit() == null
                        && select.offset() == null
                        && select.lock() == null
                : query instanceof SetTree inner
                        && isLeft
                        && inner.kind() == set.kind()
                        && inner.orderBy().isEmpty()
                        && inner.limit() == null
                        && inner.offset() == null;
    }

    private void operand(SetTree set, QueryTree query, boolean isLeft, Consumer<QueryTree> operands) {
        boolean plain = isPlain(set, query, isLeft);
        if (!plain && !out.dialect().queries().limitsOperands() && OperandNames.isLimited(query)) {
            out.sql("select * from (");
            nested(true, () -> operands.accept(OperandNames.named(query)));
            out.sql(")").sql(out.dialect().queries().alias()).name("part");
            return;
        }
        out.sql(plain ? "" : "(");
        nested(true, () -> operands.accept(query));
        out.sql(plain ? "" : ")");
    }

    /** A set's order can only name its result's columns; their positions are taken by every database. */
    private void position(SetTree set, OrderNode order) {
        out.sql(Integer.toString(position(set, order.expression()))).sql(order.ascending() ? "" : " desc");
        if (order.nullsFirst() != null) {
            out.require(Feature.NULLS_ORDER);
            out.sql(order.nullsFirst() ? " nulls first" : " nulls last");
        }
    }

    private static int position(SetTree set, Node ordered) {
        if (ordered instanceof TemplateNode template
                && POSITION.matcher(template.template()).matches()) {
            return Integer.parseInt(template.template());
        }
        QueryTree first = set;
        while (first instanceof SetTree inner) {
            first = inner.left();
        }
        List<ItemTree> items = first instanceof SelectTree select ? select.items() : List.of();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).node().equals(ordered)) {
                return i + 1;
            }
        }
        throw new StatementException(
                "the order of a " + set.kind().name().toLowerCase(Locale.ROOT)
                        + " names something its first query does not select: order by selected items, or make it a sub-query with as(…)");
    }

    private void text(TextTree text) {
        out.buffer().mayChangeAnything();
        for (int i = 0; i < text.values().size(); i++) {
            out.sql(text.parts().get(i)).node(text.values().get(i));
        }
        out.sql(text.parts().get(text.parts().size() - 1));
    }
}
