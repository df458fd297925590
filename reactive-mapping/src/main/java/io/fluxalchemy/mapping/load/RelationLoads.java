package io.fluxalchemy.mapping.load;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.SubtypeOption;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.mapping.state.CollectionState;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.UntrackedCollection;
import io.fluxalchemy.sql.StatementOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Walks the loads of a query, level by level. The loads of one level run one after the other, since a connection runs one
 * statement at a time.
 */
final class RelationLoads {

    private final LoadScope scope;
    private final AsyncConnection connection;

    RelationLoads(LoadScope scope, AsyncConnection connection) {
        this.scope = scope;
        this.connection = connection;
    }

    /** The loads among a query's options, all of entities of one model or of those it extends. */
    static List<LoadStep> of(List<? extends StatementOption<?>> options, EntityModel<?> model) {
        List<LoadStep> loads = new ArrayList<>();
        options.forEach(option -> add(option, model, null, loads));
        return loads;
    }

    private static void add(
            StatementOption<?> option, EntityModel<?> model, @Nullable EntityModel<?> only, List<LoadStep> loads) {
        if (option instanceof SubtypeOption<?> subtype) {
            EntityModel<?> of = subtype.subtype().model();
            if (!of.isKindOf(model) && !model.isKindOf(of)) {
                throw new StatementException(
                        "options(" + option + ") on " + model + " entities: " + of + " does not extend " + model);
            }
            add(subtype.option(), of, of, loads);
            return;
        }
        if (!(option instanceof Load<?, ?> load)) {
            throw new StatementException(
                    "options(" + option + "): this is no load; use selectin(…), joined(…) or raise(…)");
        }
        EntityModel<?> owner = load.relation().owner().model();
        if (!model.isKindOf(owner)) {
            throw new StatementException("options(" + load + ") on " + model + " entities: " + owner
                    + " has that relation, " + model + " has not"
                    + (owner.isKindOf(model)
                            ? "; say whenIs(" + load.relation().owner().describe() + ", …)"
                            : ""));
        }
        loads.add(new LoadStep(only, load));
    }

    /** Loads into these entities; they are distinct and of the class the loads begin at, or of one that extends it. */
    Mono<Void> into(List<? extends EntityEntry<?>> owners, List<LoadStep> loads) {
        if (loads.isEmpty() || owners.isEmpty()) {
            return Mono.empty();
        }
        return Flux.fromIterable(loads)
                .concatMap(step -> one(
                        step.only() == null
                                ? owners
                                : owners.stream()
                                        .filter(owner -> step.isFor(owner.model()))
                                        .toList(),
                        step.load()))
                .then();
    }

    @SuppressWarnings("unchecked") // the options of a query are checked against its entities
    private <O, T> Mono<Void> one(List<? extends EntityEntry<?>> owners, Load<O, T> load) {
        return Mono.defer(() -> {
            List<EntityEntry<O>> typed = (List<EntityEntry<O>>) owners;
            RelationField<O, T> field = RelationField.of(load.relation());
            if (load.strategy() == LoadStrategy.RAISE) {
                raise(typed, field);
                return Mono.empty();
            }
            return relation(typed, field, load.criteria(), false).then(next(typed, load, field));
        });
    }

    /** One relation of many owners, in one statement or none. */
    <O, T> Mono<Void> relation(
            List<EntityEntry<O>> owners, RelationField<O, T> field, Criteria criteria, boolean isRefreshing) {
        ToManyAttribute<O, T> many = field.many();
        if (many != null) {
            return new ToManyLoader<>(scope, field, many, criteria).load(connection, owners, isRefreshing);
        }
        ToOneAttribute<O, T> one = field.one();
        return one == null ? Mono.empty() : new ToOneLoader<>(scope, field, one).load(connection, owners);
    }

    private <O, T> Mono<Void> next(List<EntityEntry<O>> owners, Load<O, T> load, RelationField<O, T> field) {
        if (load.next().isEmpty()) {
            return Mono.empty();
        }
        List<LoadStep> loads = of(load.next(), load.relation().target().model());
        return Mono.defer(() -> into(targets(owners, field), loads));
    }

    private <O, T> List<EntityEntry<T>> targets(List<EntityEntry<O>> owners, RelationField<O, T> field) {
        EntityModel<T> model = field.target().model();
        Set<T> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<EntityEntry<T>> targets = new ArrayList<>();
        for (EntityEntry<O> owner : owners) {
            for (T target : field.targets(owner.entity())) {
                EntityEntry<T> entry = seen.add(target) ? scope.entry(model, target) : null;
                if (entry != null) {
                    targets.add(entry);
                }
            }
        }
        return targets;
    }

    private <O, T> void raise(List<EntityEntry<O>> owners, RelationField<O, T> field) {
        ToManyAttribute<O, T> many = field.many();
        if (many == null) {
            return;
        }
        for (EntityEntry<O> owner : owners) {
            if (UntrackedCollection.isUnloaded(many.access().get(owner.entity()))) {
                many.access().set(owner.entity(), CollectionState.raising(field.owner(), many));
            }
        }
    }
}
