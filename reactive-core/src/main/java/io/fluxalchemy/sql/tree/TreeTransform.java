package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes another tree of a tree: everything below is rewritten first, then handed to {@code rewrite}. A subclass overrides those it
 * is about; the others return what they are given. Bound values are kept as they are, so that a value used twice stays one.
 * Thread-safe if the subclass is.
 */
public abstract class TreeTransform implements NodeVisitor<Node> {

    /** Called for every SELECT, those of sub-queries included. */
    protected SelectTree rewrite(SelectTree select) {
        return select;
    }

    protected InsertTree rewrite(InsertTree insert) {
        return insert;
    }

    protected UpdateTree rewrite(UpdateTree update) {
        return update;
    }

    protected DeleteTree rewrite(DeleteTree delete) {
        return delete;
    }

    /** Called for every source that is read. */
    protected Source rewrite(Source source) {
        return source;
    }

    /** Called for every expression. */
    protected Node rewrite(Node node) {
        return node;
    }

    public final QueryTree query(QueryTree query) {
        if (query instanceof SelectTree select) {
            return rewrite(new SelectTree(
                    items(select.items()),
                    select.distinct(),
                    nodes(select.distinctOn()),
                    sources(select.from()),
                    correlation(select.correlation()),
                    select.joins().stream().map(this::join).toList(),
                    optional(select.where()),
                    nodes(select.groupBy()),
                    optional(select.having()),
                    orders(select.orderBy()),
                    optional(select.limit()),
                    optional(select.offset()),
                    select.limitKind(),
                    select.lock(),
                    remarks(select.remarks())));
        } else if (query instanceof SetTree set) {
            return new SetTree(
                    set.kind(),
                    set.all(),
                    query(set.left()),
                    query(set.right()),
                    orders(set.orderBy()),
                    optional(set.limit()),
                    optional(set.offset()));
        } else if (query instanceof TextTree text) {
            return text(text);
        }
        return new WriteTree(command(((WriteTree) query).command()));
    }

    public final CommandTree command(CommandTree command) {
        if (command instanceof InsertTree insert) {
            ConflictTree conflict = insert.conflict();
            return rewrite(new InsertTree(
                    insert.table(),
                    insert.columns(),
                    insert.rows().stream().map(this::nodes).toList(),
                    insert.query() == null ? null : query(insert.query()),
                    conflict == null
                            ? null
                            : new ConflictTree(
                                    conflict.columns(), assignments(conflict.updates()), optional(conflict.where())),
                    items(insert.returning()),
                    insert.remarks()));
        } else if (command instanceof UpdateTree update) {
            return rewrite(new UpdateTree(
                    update.table(),
                    assignments(update.assignments()),
                    sources(update.from()),
                    optional(update.where()),
                    items(update.returning()),
                    update.remarks()));
        } else if (command instanceof DeleteTree delete) {
            return rewrite(new DeleteTree(
                    delete.table(),
                    sources(delete.using()),
                    optional(delete.where()),
                    items(delete.returning()),
                    delete.remarks()));
        }
        return new TextCommandTree(text(((TextCommandTree) command).text()));
    }

    private TextTree text(TextTree text) {
        return new TextTree(text.parts(), nodes(text.values()));
    }

    private RemarkTree remarks(RemarkTree remarks) {
        return remarks.clauses().isEmpty()
                ? remarks
                : new RemarkTree(
                        remarks.comment(),
                        remarks.prefixes(),
                        remarks.suffixes(),
                        remarks.clauses().stream()
                                .map(each -> new RemarkTree.OwnClause(each.place(), node(each.node())))
                                .toList());
    }

    private Node node(Node node) {
        return rewrite(node.accept(this));
    }

    private @Nullable Node optional(@Nullable Node node) {
        return node == null ? null : node(node);
    }

    private List<Node> nodes(List<? extends Node> nodes) {
        return nodes.stream().<Node>map(this::node).toList();
    }

    private List<ItemTree> items(List<ItemTree> items) {
        return items.stream()
                .map(item -> new ItemTree(node(item.node()), item.alias(), item.wrapping()))
                .toList();
    }

    private List<OrderNode> orders(List<OrderNode> orders) {
        return orders.stream()
                .map(order -> new OrderNode(node(order.expression()), order.ascending(), order.nullsFirst()))
                .toList();
    }

    private List<Assignment> assignments(List<Assignment> assignments) {
        return assignments.stream()
                .map(each -> new Assignment(each.column(), node(each.value())))
                .toList();
    }

    private List<Source> sources(List<Source> sources) {
        return sources.stream().map(this::source).toList();
    }

    /** As the sources it names are, which may be others now. */
    private Correlation correlation(Correlation correlation) {
        return correlation.isSaid() ? new Correlation(correlation.kind(), sources(correlation.sources())) : correlation;
    }

    private JoinTree join(JoinTree join) {
        return new JoinTree(join.kind(), source(join.source()), optional(join.on()));
    }

    private Source source(Source source) {
        if (source instanceof DerivedSource derived) {
            return rewrite(new DerivedSource(query(derived.query()), derived.alias(), derived.lateral()));
        } else if (source instanceof CteSource cte && cte.query() != null) {
            return rewrite(new CteSource(
                    cte.name(), cte.columns(), query(cte.query()), cte.recursive(), cte.alias(), cte.materialized()));
        } else if (source instanceof FunctionSource function) {
            FunctionNode call = new FunctionNode(
                    function.call().name(), nodes(function.call().arguments()));
            return rewrite(new FunctionSource(call, function.alias(), function.columns(), function.ordinality()));
        }
        return rewrite(source);
    }

    private WindowTree window(WindowTree window) {
        return new WindowTree(nodes(window.partitionBy()), orders(window.orderBy()), window.frame());
    }

    @Override
    public final Node visit(AggregateNode node) {
        return new AggregateNode(
                node.name(),
                node.distinct(),
                nodes(node.arguments()),
                orders(node.orderBy()),
                orders(node.withinGroup()),
                optional(node.filter()));
    }

    @Override
    public final Node visit(BetweenNode node) {
        return new BetweenNode(node(node.operand()), node(node.low()), node(node.high()));
    }

    @Override
    public final Node visit(BinaryNode node) {
        return new BinaryNode(node.operator(), node(node.left()), node(node.right()));
    }

    @Override
    public final Node visit(CaseNode node) {
        return new CaseNode(
                node.branches().stream()
                        .map(branch -> new CaseBranch(node(branch.condition()), node(branch.result())))
                        .toList(),
                optional(node.otherwise()));
    }

    @Override
    public final Node visit(CastNode node) {
        return new CastNode(node(node.operand()), node.type(), node.orNull());
    }

    @Override
    public final Node visit(CollateNode node) {
        return new CollateNode(node(node.operand()), node.collation());
    }

    @Override
    public final Node visit(ColumnNode node) {
        return node;
    }

    @Override
    public final Node visit(CustomNode node) {
        return new CustomNode(node.construct(), nodes(node.operands()));
    }

    @Override
    public final Node visit(ExcludedNode node) {
        return node;
    }

    @Override
    public final Node visit(ExistsNode node) {
        return new ExistsNode(query(node.query()));
    }

    @Override
    public final Node visit(FunctionNode node) {
        return new FunctionNode(node.name(), nodes(node.arguments()));
    }

    @Override
    public final Node visit(GroupingNode node) {
        return new GroupingNode(
                node.kind(), node.sets().stream().map(this::nodes).toList());
    }

    @Override
    public final Node visit(InNode node) {
        return new InNode(node(node.operand()), node(node.haystack()), node.negated());
    }

    @Override
    public final Node visit(JsonPathNode node) {
        return new JsonPathNode(node(node.document()), node.steps(), node.asText());
    }

    @Override
    public final Node visit(LiteralNode node) {
        return node;
    }

    @Override
    public final Node visit(LogicNode node) {
        return new LogicNode(node.conjunction(), nodes(node.operands()));
    }

    @Override
    public final Node visit(NeutralNode node) {
        return node;
    }

    @Override
    public final Node visit(OverNode node) {
        return new OverNode(node(node.function()), window(node.window()));
    }

    @Override
    public final Node visit(QuantifiedNode node) {
        return new QuantifiedNode(node.all(), node(node.haystack()));
    }

    @Override
    public final Node visit(QueryNode node) {
        return new QueryNode(query(node.query()));
    }

    @Override
    public final Node visit(SequenceNode node) {
        return node;
    }

    @Override
    public final Node visit(TemplateNode node) {
        return new TemplateNode(node.template(), nodes(node.operands()));
    }

    @Override
    public final Node visit(TupleNode node) {
        return new TupleNode(nodes(node.elements()));
    }

    @Override
    public final Node visit(UnaryNode node) {
        return new UnaryNode(node.operator(), node(node.operand()));
    }

    @Override
    public final Node visit(ValueNode node) {
        return node;
    }

    @Override
    public final Node visit(ValuesNode node) {
        return node;
    }
}
