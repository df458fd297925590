package io.fluxalchemy.processor.reading;

import io.fluxalchemy.processor.shape.BasicShape;
import io.fluxalchemy.processor.shape.EmbeddableShape;
import io.fluxalchemy.processor.shape.EmbeddedShape;
import io.fluxalchemy.processor.shape.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads embeddables, and the fields that hold one. */
public final class EmbeddableReader {

    private static final List<String> RELATIONS = List.of("OneToMany", "ManyToOne", "OneToOne", "ManyToMany");

    private final Language language;
    private final FieldReader fields;
    private final BasicReader basics;
    private final ClassCheck classes;

    public EmbeddableReader(Language language) {
        this.language = language;
        this.fields = new FieldReader(language);
        this.basics = new BasicReader(language);
        this.classes = new ClassCheck(language);
    }

    /** The shape of an embeddable class; what is wrong with it is added to {@code problems}. */
    public EmbeddableShape read(TypeElement embeddable, Problems problems) {
        new Subset(problems).check(embeddable);
        boolean record = embeddable.getKind() == ElementKind.RECORD;
        if (record) {
            classes.nameable(embeddable, "embeddable", problems);
        } else {
            classes.mappable(embeddable, "embeddable", problems);
        }
        List<BasicShape> attributes = attributes(embeddable, problems);
        if (attributes.isEmpty() && !problems.any()) {
            problems.report(embeddable, "the embeddable has no attribute", "Add a field, or remove @Embeddable");
        }
        new ColumnCheck().check(embeddable, attributes, problems);
        return new EmbeddableShape(embeddable, language.metamodel(embeddable), record, attributes);
    }

    private List<BasicShape> attributes(TypeElement embeddable, Problems problems) {
        List<BasicShape> result = new ArrayList<>();
        for (MappedField field : fields.fields(embeddable, problems)) {
            BasicShape attribute = attribute(field, problems);
            if (attribute != null) {
                result.add(attribute);
            }
        }
        return result;
    }

    private @Nullable BasicShape attribute(MappedField field, Problems problems) {
        for (String relation : RELATIONS) {
            if (Mark.has(field.element(), relation)) {
                problems.report(
                        field.element(), "an embeddable cannot hold a relation", "Move the relation to the entity");
                return null;
            }
        }
        for (String role : List.of("Id", "EmbeddedId", "Version", "GeneratedValue")) {
            if (Mark.has(field.element(), role)) {
                problems.report(field.element(), "@" + role + " belongs to an entity", "Remove it from the embeddable");
                return null;
            }
        }
        TypeElement type = language.element(field.type());
        if (type != null && Mark.has(type, "Embeddable")) {
            problems.report(
                    field.element(),
                    "an embeddable inside an embeddable is not mapped",
                    "Copy the attributes of " + type.getSimpleName() + " into this class");
            return null;
        }
        DatabaseValueReader.refuseComputed(field, problems);
        return basics.read(field, BasicShape.Role.PLAIN, null, problems);
    }

    boolean embeddable(MappedField field) {
        TypeElement type = language.element(field.type());
        return type != null && Mark.has(type, "Embeddable");
    }

    /** Reads a field whose type is an embeddable. */
    EmbeddedShape embedded(MappedField field, boolean id, Problems problems) {
        TypeElement type = (TypeElement) language.types.asElement(field.type());
        // what is wrong with the embeddable is reported where it is declared
        List<BasicShape> attributes = attributes(type, new Problems());
        Map<String, String> overrides = Overrides.read(
                field.element(), attributes.stream().map(BasicShape::name).collect(Collectors.toSet()), problems);
        if (id) {
            identity(field, type, problems);
        }
        List<BasicShape> columns = attributes.stream()
                .map(a -> overrides.containsKey(a.name()) ? a.inColumn(overrides.get(a.name())) : a)
                .toList();
        return new EmbeddedShape(field.shape(), language.metamodel(type), id, columns, overrides);
    }

    private void identity(MappedField field, TypeElement type, Problems problems) {
        boolean comparable = type.getKind() == ElementKind.RECORD
                || language.hasMethod(type, "equals", 1) && language.hasMethod(type, "hashCode", 0);
        if (!comparable) {
            problems.report(
                    field.element(),
                    type.getSimpleName() + " is an id without equals and hashCode",
                    "Make it a record, or add both methods");
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            problems.report(field.element(), type.getSimpleName() + " is abstract", "Make it a record");
        }
    }

    /** The name a foreign key has in Java when it refers to this attribute. */
    static String member(String relation, BasicShape attribute) {
        return Naming.camel(relation, attribute.name());
    }
}
