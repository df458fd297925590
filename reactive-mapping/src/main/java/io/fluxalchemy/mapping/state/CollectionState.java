package io.fluxalchemy.mapping.state;

import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;

/** Makes what a to-many field holds in each of its states: unloaded, loaded in part, loaded. Stateless. */
public final class CollectionState {

    private CollectionState() {}

    /** The stand-in of a collection nobody asked for. */
    public static <T> Collection<T> unloaded(EntityModel<?> owner, ToManyAttribute<?, T> attribute) {
        return unloaded(
                attribute,
                place(owner, attribute),
                place(owner, attribute) + " is not loaded. " + fixes(owner, attribute));
    }

    /** The stand-in of a collection that {@code raise(…)} forbade. */
    public static <T> Collection<T> raising(EntityModel<?> owner, ToManyAttribute<?, T> attribute) {
        return unloaded(
                attribute,
                place(owner, attribute),
                place(owner, attribute) + " is not loaded: its query said raise(" + constant(owner) + "."
                        + attribute.name() + "). " + fixes(owner, attribute));
    }

    /** A read-only collection of the members some criteria let through. */
    public static <T> Collection<T> partial(
            EntityModel<?> owner, ToManyAttribute<?, T> attribute, Collection<? extends T> members) {
        String message = place(owner, attribute)
                + " was loaded with criteria and may lack members, so it cannot be changed. "
                + "Load all of it first: .options(selectin(" + constant(owner) + "." + attribute.name()
                + ")) without where and limit, or session.load(" + variable(owner) + ", " + constant(owner) + "."
                + attribute.name() + ")";
        return attribute.kind() == ToManyAttribute.Kind.SET
                ? new PartialSet<>(members, message)
                : new PartialList<>(members, message);
    }

    /** A collection of all members, free to be changed. */
    public static <T> Collection<T> loaded(ToManyAttribute<?, T> attribute, Collection<? extends T> members) {
        return attribute.kind() == ToManyAttribute.Kind.SET ? new LinkedHashSet<>(members) : new ArrayList<>(members);
    }

    /** The two ways to load a relation, as they stand in messages. */
    public static String fixes(EntityModel<?> owner, String attribute) {
        String path = constant(owner) + "." + attribute;
        return "Load it with the query, .options(selectin(" + path + ")), or afterwards, session.load("
                + variable(owner) + ", " + path + ")";
    }

    private static <T> Collection<T> unloaded(ToManyAttribute<?, T> attribute, String place, String message) {
        String label = "<unloaded " + place + ">";
        return attribute.kind() == ToManyAttribute.Kind.SET
                ? new UnloadedSet<>(label, message)
                : new UnloadedList<>(label, message);
    }

    private static String fixes(EntityModel<?> owner, ToManyAttribute<?, ?> attribute) {
        return fixes(owner, attribute.name());
    }

    private static String place(EntityModel<?> owner, ToManyAttribute<?, ?> attribute) {
        return owner.type().getSimpleName() + "." + attribute.name();
    }

    /** The generated constant of an entity's table: upper snake case of its simple name, by the processor's rule. */
    private static String constant(EntityModel<?> owner) {
        return owner.type()
                .getSimpleName()
                .replaceAll("(?<=[^A-Z_])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static String variable(EntityModel<?> owner) {
        String name = owner.type().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
