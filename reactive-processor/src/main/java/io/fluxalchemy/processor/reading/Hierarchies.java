package io.fluxalchemy.processor.reading;

import io.fluxalchemy.processor.shape.AttributeShape;
import io.fluxalchemy.processor.shape.BasicShape;
import io.fluxalchemy.processor.shape.EmbeddedShape;
import io.fluxalchemy.processor.shape.EntityShape;
import io.fluxalchemy.processor.shape.HierarchyShape;
import io.fluxalchemy.processor.shape.JoinShape;
import io.fluxalchemy.processor.shape.ToOneShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * What is known of hierarchies while a compilation runs: which entities are extended, and what their classes keep where. A class
 * that is compiled alone knows its superclasses only, so a root whose subclasses are compiled elsewhere must say
 * {@code @Inheritance}; what two such classes have both is told when a session factory is made.
 */
public final class Hierarchies {

    private record Kept(String place, String type) {}

    private final Set<String> met = new HashSet<>();
    private final Set<String> extended = new HashSet<>();
    private final Set<String> alone = new HashSet<>();
    private final Map<String, Map<String, String>> values = new HashMap<>();
    private final Map<String, Map<String, Kept>> columns = new HashMap<>();

    /** Takes notice of an entity before any of its round is read. */
    public void meet(TypeElement entity) {
        met.add(name(entity));
        TypeElement root = Ancestry.root(entity);
        if (!root.equals(entity)) {
            extended.add(name(root));
        }
    }

    /** Whether others may have their rows in the table of this root. */
    boolean isShared(TypeElement root) {
        return isSaid(root) || extended.contains(name(root)) && !alone.contains(name(root));
    }

    /** Whether the metamodel of a root, which may have been written long ago, has a discriminator. */
    boolean isKnownShared(TypeElement root) {
        return isSaid(root) || met.contains(name(root)) && isShared(root);
    }

    private static boolean isSaid(TypeElement root) {
        return Mark.has(root, "Inheritance")
                || Mark.has(root, "DiscriminatorColumn")
                || Mark.has(root, "DiscriminatorValue")
                || root.getModifiers().contains(Modifier.ABSTRACT);
    }

    /** Checks an entity against those of its hierarchy that were read before it. */
    void check(EntityShape entity, Problems problems) {
        HierarchyShape hierarchy = entity.hierarchy();
        String root = name(Ancestry.root(entity.element()));
        if (hierarchy == null) {
            alone.add(root);
            return;
        }
        String own = entity.element().getSimpleName().toString();
        if (hierarchy.value() != null) {
            String other = values.computeIfAbsent(root, any -> new HashMap<>())
                    .putIfAbsent(hierarchy.value().toString(), own);
            if (other != null && !other.equals(own)) {
                problems.report(
                        entity.element(),
                        "its discriminator value " + hierarchy.value() + " is that of " + other + " too",
                        "Give one of them another @DiscriminatorValue");
            }
        }
        if (hierarchy.parent() != null) {
            entity.ownAttributes().forEach(attribute -> columns(entity, root, attribute, problems));
        }
    }

    private void columns(EntityShape entity, String root, AttributeShape attribute, Problems problems) {
        for (BasicShape basic : basics(attribute)) {
            column(
                    entity,
                    root,
                    basic.column(),
                    attribute.name(),
                    basic.type().expression().toString(),
                    problems);
        }
        if (attribute instanceof ToOneShape toOne) {
            for (JoinShape join : toOne.joins()) {
                column(
                        entity,
                        root,
                        join.column(),
                        attribute.name(),
                        join.type().expression().toString(),
                        problems);
            }
        }
    }

    private static List<BasicShape> basics(AttributeShape attribute) {
        List<BasicShape> basics = new ArrayList<>();
        if (attribute instanceof BasicShape basic) {
            basics.add(basic);
        } else if (attribute instanceof EmbeddedShape embedded) {
            basics.addAll(embedded.columns());
        }
        return basics;
    }

    private void column(
            EntityShape entity, String root, String column, String attribute, String type, Problems problems) {
        String place = entity.element().getSimpleName() + "." + attribute;
        Kept other = columns.computeIfAbsent(root, any -> new HashMap<>())
                .putIfAbsent(column.toLowerCase(Locale.ROOT), new Kept(place, type));
        if (other != null && !other.type().equals(type)) {
            problems.report(
                    entity.element(),
                    "the attributes " + other.place() + " and " + place + " are kept in the column " + column
                            + " with different types",
                    "Give them one type, or rename one of the columns");
        }
    }

    private static String name(TypeElement type) {
        return type.getQualifiedName().toString();
    }
}
