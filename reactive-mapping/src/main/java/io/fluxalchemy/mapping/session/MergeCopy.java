package io.fluxalchemy.mapping.session;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.flush.StaleEntityException;
import io.fluxalchemy.mapping.flush.StaleEntityException.StaleRow;
import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.Attribute;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.mapping.state.CollectionState;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.EntityKey;
import io.fluxalchemy.mapping.state.UntrackedCollection;
import io.fluxalchemy.schema.Generation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies detached objects onto those of the session, with every relation led to objects of the session. */
final class MergeCopy {

    private final SessionScope scope;
    private final Map<Object, Object> merged;

    /** @param merged for each detached object the one of the session */
    MergeCopy(SessionScope scope, Map<Object, Object> merged) {
        this.scope = scope;
        this.merged = merged;
    }

    void copy(Object detached) {
        Object target = Objects.requireNonNull(merged.get(detached));
        if (target == detached) {
            return;
        }
        EntityModel<Object> model = scope.mapping().modelOf(detached);
        boolean isNew = scope.map().entry(target) == null;
        if (!isNew) {
            requireVersion(model, detached, target);
        }
        for (Attribute<Object> attribute : model.attributes()) {
            boolean isKept = !isNew
                    && (attribute == model.id()
                            || attribute == model.version()
                            || attribute instanceof BasicAttribute<Object, ?> basic
                                    && basic.generation() instanceof Generation.Computed);
            if (!isKept) {
                copy(model, attribute, detached, target);
            }
        }
        if (isNew) {
            scope.map().add(model, target);
        }
    }

    private void copy(EntityModel<Object> model, Attribute<Object> attribute, Object detached, Object target) {
        Object value = attribute.access().get(detached);
        if (attribute instanceof ToOneAttribute<Object, ?> one) {
            boolean isUnknown = value instanceof EntityReference reference && reference.referencedId() == null;
            if (!isUnknown) {
                set(one.access(), target, value == null ? null : one(model, one, value));
            }
        } else if (attribute instanceof ToManyAttribute<Object, ?> many) {
            if (value instanceof Collection<?> members && UntrackedCollection.isTracked(members)) {
                many(model, many, members, target);
            }
        } else {
            set(attribute.access(), target, value);
        }
    }

    private <T> void many(
            EntityModel<Object> model, ToManyAttribute<Object, T> many, Collection<?> members, Object target) {
        List<Object> own = new ArrayList<>();
        members.forEach(member -> own.add(one(model, many, member)));
        set(many.access(), target, CollectionState.loaded(castless(many), own));
    }

    @SuppressWarnings("unchecked") // the members of a collection are of its target's class
    private static <T> ToManyAttribute<Object, Object> castless(ToManyAttribute<Object, T> many) {
        return (ToManyAttribute<Object, Object>) many;
    }

    /** The session's object for what a relation of a detached object leads to. */
    private Object one(EntityModel<?> owner, Attribute<?> relation, Object value) {
        Object own = merged.get(value);
        if (own != null) {
            return own;
        }
        EntityModel<Object> model = scope.mapping().modelOf(value);
        if (scope.map().entry(value) != null) {
            return value;
        }
        Object key = value instanceof EntityReference reference
                ? EntityKey.ofId(model, reference.referencedId())
                : EntityKey.ofEntity(model, value);
        EntityEntry<Object> found = scope.map().find(model, key);
        if (found != null) {
            return found.entity();
        }
        if (value instanceof EntityReference) {
            return value;
        }
        throw new MappingException("session.merge(…): " + owner + "." + relation.name() + " leads to a " + model
                + (key == null ? " without an id" : " with id " + key + ", which has no row")
                + ": add it first, or let the relation cascade MERGE");
    }

    private static void requireVersion(EntityModel<Object> model, Object detached, Object target) {
        BasicAttribute<Object, ?> version = model.version();
        if (version == null) {
            return;
        }
        Object seen = version.access().get(detached);
        Object now = version.access().get(target);
        if (seen != null && !seen.equals(now)) {
            Object id = Objects.requireNonNull(model.columns().key(target));
            throw new StaleEntityException(List.of(new StaleRow(model.type(), id, seen)));
        }
    }

    @SuppressWarnings("unchecked") // the value comes from a field of the same attribute, or stands for the same row
    private static void set(Accessor<Object, ?> access, Object target, @Nullable Object value) {
        ((Accessor<Object, Object>) access).set(target, value);
    }
}
