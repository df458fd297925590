package io.fluxalchemy.processor.reading;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Whether {@code mappedBy} names the other side of the relation. */
final class InverseCheck {

    private static final Map<String, String> OWNERS =
            Map.of("OneToMany", "ManyToOne", "OneToOne", "OneToOne", "ManyToMany", "ManyToMany");

    private final Language language;
    private final FieldReader fields;

    InverseCheck(Language language) {
        this.language = language;
        this.fields = new FieldReader(language);
    }

    boolean check(
            MappedField field, Mark mark, String mappedBy, TypeElement target, TypeElement entity, Problems problems) {
        String owner = OWNERS.getOrDefault(mark.simpleName(), "ManyToOne");
        String place = target.getSimpleName() + "." + mappedBy;
        List<MappedField> candidates = fields.fields(target, new Problems());
        MappedField other = candidates.stream()
                .filter(f -> f.name().equals(mappedBy))
                .findFirst()
                .orElse(null);
        if (other == null) {
            List<String> back = candidates.stream()
                    .filter(f -> Mark.has(f.element(), owner) && leadsTo(f, entity))
                    .map(MappedField::name)
                    .toList();
            problems.report(
                    field.element(),
                    "mappedBy names " + place + ", which does not exist",
                    back.isEmpty()
                            ? "Add a @" + owner + " to " + entity.getSimpleName() + " in " + target.getSimpleName()
                            : "Name " + String.join(" or ", back));
            return false;
        }
        Mark otherMark = Mark.find(other.element(), owner);
        if (otherMark == null) {
            problems.report(
                    field.element(),
                    "mappedBy names " + place + ", which is no @" + owner,
                    "Annotate " + place + " with @" + owner + ", or name another attribute");
            return false;
        }
        if (otherMark.text("mappedBy") != null) {
            problems.report(
                    field.element(),
                    "both sides of the relation say mappedBy",
                    "Remove it from the side that keeps the "
                            + (owner.equals("ManyToMany") ? "link table" : "foreign key"));
            return false;
        }
        if (!leadsTo(other, entity)) {
            problems.report(
                    field.element(),
                    "mappedBy names " + place + ", which leads to " + Problems.text(other.type()) + " and not to "
                            + entity.getSimpleName(),
                    "Name the attribute that leads back to " + entity.getSimpleName());
            return false;
        }
        return true;
    }

    private boolean leadsTo(MappedField field, TypeElement entity) {
        TypeMirror type = field.type();
        TypeElement element = language.element(type);
        if (leadsTo(element, entity)) {
            return true;
        }
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream()
                        .anyMatch(argument -> leadsTo(language.element(argument), entity));
    }

    /** A relation to an entity leads to those that extend it too. */
    private static boolean leadsTo(@Nullable TypeElement target, TypeElement entity) {
        return target != null
                && Mark.has(target, "Entity")
                && Ancestry.line(entity).contains(target);
    }
}
