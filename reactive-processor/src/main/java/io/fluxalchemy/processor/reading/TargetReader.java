package io.fluxalchemy.processor.reading;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds the entity a relation leads to. */
final class TargetReader {

    private static final Set<String> COLLECTIONS = Set.of("java.util.List", "java.util.Set", "java.util.Collection");

    private final Language language;
    private final ReferenceReader references;

    TargetReader(Language language) {
        this.language = language;
        this.references = new ReferenceReader(language);
    }

    /** The target of a to-one. */
    @Nullable
    TypeElement one(MappedField field, Mark mark, Problems problems) {
        TypeElement target = entity(field, field.type(), mark, problems);
        String obstacle = target == null ? null : references.obstacle(target);
        if (obstacle != null) {
            problems.report(
                    field.element(),
                    "an unloaded " + Problems.text(field.type()) + " could not stand here: " + obstacle,
                    "Open it: neither the class nor the accessors of its attributes may be final");
            return null;
        }
        return target;
    }

    /** The target of a to-many. */
    @Nullable
    TypeElement element(MappedField field, Mark mark, Problems problems) {
        TypeElement collection = language.element(field.type());
        if (collection == null
                || !COLLECTIONS.contains(collection.getQualifiedName().toString())) {
            String fix = collection != null && Mark.has(collection, "Entity")
                    ? "Use @ManyToOne or @OneToOne for a single " + collection.getSimpleName()
                    : "Declare it as java.util.List, Set or Collection";
            problems.report(
                    field.element(),
                    "@" + mark.simpleName() + " needs a collection, the field is " + Problems.text(field.type()),
                    fix);
            return null;
        }
        List<? extends TypeMirror> arguments = ((DeclaredType) field.type()).getTypeArguments();
        if (arguments.isEmpty() || language.element(arguments.get(0)) == null) {
            problems.report(
                    field.element(),
                    "the entity the collection holds is not said",
                    "Write " + collection.getSimpleName() + "<AnEntity> without wildcard");
            return null;
        }
        return entity(field, arguments.get(0), mark, problems);
    }

    private @Nullable TypeElement entity(MappedField field, TypeMirror type, Mark mark, Problems problems) {
        TypeElement target = language.element(type);
        if (target != null && Mark.has(target, "Entity")) {
            return target;
        }
        boolean collection =
                target != null && COLLECTIONS.contains(target.getQualifiedName().toString());
        String fix = collection
                ? "Use @OneToMany or @ManyToMany for a collection"
                : "Annotate " + (target == null ? Problems.text(type) : target.getSimpleName())
                        + " with @Entity, or remove @" + mark.simpleName();
        problems.report(
                field.element(),
                "@" + mark.simpleName() + " leads to " + Problems.text(type) + ", which is no entity",
                fix);
        return null;
    }
}
