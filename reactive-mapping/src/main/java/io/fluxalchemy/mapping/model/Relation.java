package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.FromClause;
import io.fluxalchemy.sql.JoinStep;
import io.fluxalchemy.sql.JoinTarget;
import io.fluxalchemy.sql.tree.JoinTree;
import io.fluxalchemy.sql.tree.Node;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A relation of an entity, as queries use it: to join, to ask about, to load. Immutable; the other side is looked up when the
 * relation is first used, since metamodel classes refer to each other in circles.
 *
 * @param <O> the entity that has the relation
 * @param <T> the entity it leads to
 */
public abstract sealed class Relation<O, T> implements JoinTarget permits ToOne, ToMany {

    private final EntityTable<O, ?> owner;
    private final String name;
    private final Supplier<? extends EntityTable<T, ?>> target;
    private @Nullable RelationLink link;

    Relation(EntityTable<O, ?> owner, String name, Supplier<? extends EntityTable<T, ?>> target) {
        this.owner = owner;
        this.name = name;
        this.target = target;
    }

    public final EntityTable<O, ?> owner() {
        return owner;
    }

    /** The attribute's name. */
    public final String name() {
        return name;
    }

    /** The table it leads to, under its own name. */
    public final EntityTable<T, ?> target() {
        return target.get();
    }

    /** How the rows of both sides find each other. */
    public final RelationLink link() {
        RelationLink known = link;
        if (known == null) {
            Attribute<O> attribute = owner.model().attribute(name);
            if (attribute == null) {
                throw new MappingException(owner.model().type().getName() + " has no attribute " + name);
            }
            known = RelationLink.of(owner.model(), attribute);
            link = known;
        }
        return known;
    }

    /** This relation to an alias of its target; needed where the target's table is in the query already, as in a self-join. */
    public final JoinTarget to(EntityTable<T, ?> alias) {
        return from -> steps(alias, from);
    }

    /** Joins the target under its own name, over the link table if there is one. */
    @Override
    public final List<JoinStep> joinSteps(FromClause from) {
        requireOther(target(), "join(" + describe() + ".to(" + target().describe() + ".as(\"…\")))");
        return steps(target(), from);
    }

    /** How messages name it, such as {@code book.author}. */
    public final String describe() {
        return owner.describe() + "." + name;
    }

    @Override
    public final String toString() {
        return describe();
    }

    private List<JoinStep> steps(EntityTable<T, ?> to, FromClause from) {
        LinkTable linkTable = link().linkTable();
        if (linkTable == null) {
            return List.of(new JoinStep(to, condition(on(to))));
        }
        DefinedTable between = linkTable.as(unused(linkAlias(), from));
        return List.of(
                new JoinStep(between, condition(EntityNodes.equal(owner.source(), between.source(), linkTable.near()))),
                new JoinStep(to, condition(EntityNodes.equal(between.source(), to.source(), linkTable.far()))));
    }

    /** Where the rows of owner and target belong together, without a link table between them. */
    final Node on(EntityTable<T, ?> to) {
        return EntityNodes.equal(owner.source(), to.source(), link().pairs());
    }

    /** Whether a target exists for which all conditions hold. */
    final Condition exists(EntityTable<T, ?> to, Condition... conditions) {
        LinkTable linkTable = link().linkTable();
        if (linkTable == null) {
            return condition(EntityNodes.exists(
                    to.source(), idOf(to), null, EntityNodes.and(EntityNodes.with(on(to), conditions))));
        }
        DefinedTable between = linkTable.as(linkAlias());
        JoinTree join = new JoinTree(
                JoinTree.Kind.INNER, to.source(), EntityNodes.equal(between.source(), to.source(), linkTable.far()));
        Node near = EntityNodes.equal(owner.source(), between.source(), linkTable.near());
        return condition(EntityNodes.exists(
                between.source(), linkColumn(linkTable), join, EntityNodes.and(EntityNodes.with(near, conditions))));
    }

    /** The target for a sub-query without conditions of the user's, under a name the outer query does not use. */
    final EntityTable<T, ?> inner() {
        return target().as(owner.qualifier() + "_" + name);
    }

    final String linkAlias() {
        return owner.qualifier() + "_" + name + "_link";
    }

    final void requireOther(EntityTable<T, ?> to, String fix) {
        if (to.source().equals(owner.source())) {
            throw new StatementException(describe() + " leads from " + owner.qualifier()
                    + " to the same table: give the target an " + "alias, " + fix);
        }
    }

    static String idOf(EntityTable<?, ?> table) {
        return table.model().columns().id().get(0).name();
    }

    static String linkColumn(LinkTable table) {
        return table.near().get(0).right();
    }

    static Condition condition(Node node) {
        return new RelationCondition(node);
    }

    private static String unused(String alias, FromClause from) {
        String candidate = alias;
        for (int i = 2; isUsed(candidate, from); i++) {
            candidate = alias + i;
        }
        return candidate;
    }

    private static boolean isUsed(String alias, FromClause from) {
        return from.tables().stream().anyMatch(table -> table.qualifier().equals(alias));
    }
}
