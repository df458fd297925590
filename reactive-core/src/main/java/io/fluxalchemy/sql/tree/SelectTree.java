package io.fluxalchemy.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT, clause by clause. {@code limit} and {@code offset} are {@link ValueNode}s, so that paging shares one text.
 *
 * @param distinctOn with {@code distinct}, what decides that rows are equal; empty for the whole row
 * @param from sources listed in FROM, explicit ones first, then those implied by the select list
 * @param correlation what a query around means to this one
 * @param limitKind what {@code limit} counts
 * @param memo of this tree alone: a changed copy has one of its own
 */
public record SelectTree(
        List<ItemTree> items,
        boolean distinct,
        List<Node> distinctOn,
        List<Source> from,
        Correlation correlation,
        List<JoinTree> joins,
        @Nullable Node where,
        List<Node> groupBy,
        @Nullable Node having,
        List<OrderNode> orderBy,
        @Nullable Node limit,
        @Nullable Node offset,
        LimitKind limitKind,
        @Nullable LockTree lock,
        RemarkTree remarks,
        TreeMemo memo)
        implements QueryTree {

    public SelectTree {
        items = List.copyOf(items);
        distinctOn = List.copyOf(distinctOn);
        from = List.copyOf(from);
        joins = List.copyOf(joins);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }

    public SelectTree(
            List<ItemTree> items,
            boolean distinct,
            List<Node> distinctOn,
            List<Source> from,
            Correlation correlation,
            List<JoinTree> joins,
            @Nullable Node where,
            List<Node> groupBy,
            @Nullable Node having,
            List<OrderNode> orderBy,
            @Nullable Node limit,
            @Nullable Node offset,
            LimitKind limitKind,
            @Nullable LockTree lock,
            RemarkTree remarks) {
        this(
                items,
                distinct,
                distinctOn,
                from,
                correlation,
                joins,
                where,
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                limitKind,
                lock,
                remarks,
                new TreeMemo());
    }

    /** A query with the clauses that most have, its FROM being explicit. */
    public SelectTree(
            List<ItemTree> items,
            boolean distinct,
            List<Source> from,
            List<JoinTree> joins,
            @Nullable Node where,
            List<Node> groupBy,
            @Nullable Node having,
            List<OrderNode> orderBy,
            @Nullable Node limit,
            @Nullable Node offset,
            @Nullable LockTree lock) {
        this(
                items,
                distinct,
                List.of(),
                from,
                Correlation.FREE,
                joins,
                where,
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                LimitKind.ROWS,
                lock,
                RemarkTree.NONE);
    }

    /** The same query with another select list. */
    public SelectTree withItems(List<ItemTree> other) {
        return new SelectTree(
                other,
                distinct,
                distinctOn,
                from,
                correlation,
                joins,
                where,
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                limitKind,
                lock,
                remarks);
    }

    /** The same query with another condition. */
    public SelectTree withWhere(@Nullable Node other) {
        return new SelectTree(
                items,
                distinct,
                distinctOn,
                from,
                correlation,
                joins,
                other,
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                limitKind,
                lock,
                remarks);
    }

    /** The same query of these sources and joins. */
    public SelectTree withFrom(List<Source> sources, List<JoinTree> joined) {
        return new SelectTree(
                items,
                distinct,
                distinctOn,
                sources,
                correlation,
                joined,
                where,
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                limitKind,
                lock,
                remarks);
    }

    /** The same query with its rows in no order. */
    public SelectTree withoutOrder() {
        return new SelectTree(
                items,
                distinct,
                distinctOn,
                from,
                correlation,
                joins,
                where,
                groupBy,
                having,
                List.of(),
                limit,
                offset,
                limitKind,
                lock,
                remarks);
    }
}
