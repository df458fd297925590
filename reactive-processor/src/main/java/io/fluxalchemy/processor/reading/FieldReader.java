package io.fluxalchemy.processor.reading;

import com.palantir.javapoet.TypeName;
import io.fluxalchemy.processor.shape.FieldShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds the mapped fields of a class, its mapped superclasses and the entities it extends, topmost class first. */
final class FieldReader {

    private final Language language;

    FieldReader(Language language) {
        this.language = language;
    }

    List<MappedField> fields(TypeElement mapped, Problems problems) {
        List<MappedField> result = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<TypeElement> classes = classes(mapped);
        for (int i = 0; i < classes.size(); i++) {
            TypeElement owner = classes.get(i);
            if (!owner.equals(mapped) && !Mark.has(owner, "MappedSuperclass") && !Mark.has(owner, "Entity")) {
                continue;
            }
            Problems ofOwner = inherits(mapped, owner) ? new Problems() : problems;
            Subset subset = new Subset(ofOwner);
            int depth = classes.size() - 1 - i;
            if (owner.getKind() != ElementKind.RECORD) { // accessors of records repeat what their component says
                ElementFilter.methodsIn(owner.getEnclosedElements()).forEach(subset::check);
            }
            for (VariableElement field : ElementFilter.fieldsIn(owner.getEnclosedElements())) {
                subset.check(field);
                if (!mapped(field)) {
                    continue;
                }
                if (!names.add(field.getSimpleName().toString())) {
                    ofOwner.report(
                            field,
                            "a superclass has an attribute of this name",
                            "Rename one of the fields, or annotate one with @Transient");
                    continue;
                }
                if (field.getModifiers().contains(Modifier.FINAL) && mapped.getKind() != ElementKind.RECORD) {
                    ofOwner.report(
                            field,
                            "the field is final, so loading could not set it",
                            "Remove final, or annotate it with @Transient");
                }
                result.add(read(mapped, field, owner, depth));
            }
        }
        return result;
    }

    /** Whether the entity a class extends declares the field too; then what is wrong with it is told there. */
    static boolean inherits(TypeElement mapped, @Nullable Element owner) {
        TypeElement parent = Mark.has(mapped, "Entity") ? Ancestry.parent(mapped) : null;
        return parent != null
                && owner instanceof TypeElement type
                && Ancestry.line(parent).contains(type);
    }

    private MappedField read(TypeElement mapped, VariableElement field, TypeElement owner, int depth) {
        TypeMirror type = language.types.asMemberOf((DeclaredType) mapped.asType(), field);
        TypeName ownerName =
                language.nameable(owner, mapped) ? TypeName.get(language.types.erasure(owner.asType())) : null;
        TypeName erased = TypeName.get(language.types.erasure(field.asType())).withoutAnnotations();
        FieldShape shape = new FieldShape(
                field.getSimpleName().toString(),
                ownerName,
                depth,
                erased,
                TypeName.get(type).withoutAnnotations());
        return new MappedField(field, type, shape);
    }

    private static boolean mapped(Element field) {
        Set<Modifier> modifiers = field.getModifiers();
        return !modifiers.contains(Modifier.STATIC)
                && !modifiers.contains(Modifier.TRANSIENT)
                && !Mark.has(field, "Transient");
    }

    private List<TypeElement> classes(TypeElement mapped) {
        List<TypeElement> result = new ArrayList<>();
        for (TypeElement t = mapped; t != null; t = language.superclass(t)) {
            if (!t.getQualifiedName().contentEquals("java.lang.Object")
                    && !t.getQualifiedName().contentEquals("java.lang.Record")) {
                result.add(0, t);
            }
        }
        return result;
    }
}
