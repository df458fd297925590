package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.TreeTransform;

/** What a transform makes of another body; the verbs that come after it say what they say of that one. */
record TransformedBody(SelectBody body, TreeTransform transform) implements SelectBody {

    @Override
    public RowRange range() {
        return body.range();
    }

    @Override
    public SelectBody range(RowRange range) {
        return new TransformedBody(body.range(range), transform);
    }

    @Override
    public SelectBody selecting(Selection<?> selection) {
        return new TransformedBody(body.selecting(selection), transform);
    }

    @Override
    public QueryTree tree(Selection<?> selection) {
        return transform.query(body.tree(selection));
    }
}
