package io.fluxalchemy.processor.reading;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.fluxalchemy.processor.shape.Naming;
import io.fluxalchemy.processor.shape.ReferenceShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Whether and how a class can be stood in for while it is not loaded. */
final class ReferenceReader {

    /** Inherited as they are: the id is set, so an equality by id works; toString is written anew. */
    private static final Set<String> LEFT_ALONE = Set.of("equals", "hashCode", "toString", "finalize", "clone");

    private final Language language;
    private final FieldReader fields;

    ReferenceReader(Language language) {
        this.language = language;
        this.fields = new FieldReader(language);
    }

    /** What keeps an unloaded instance from raising when it is touched; null if nothing does. */
    @Nullable
    String obstacle(TypeElement entity) {
        Set<Modifier> modifiers = entity.getModifiers();
        if (modifiers.contains(Modifier.FINAL)) {
            return entity.getSimpleName() + " is final";
        }
        if (modifiers.contains(Modifier.SEALED)) {
            return entity.getSimpleName() + " is sealed";
        }
        Set<String> accessors = fields.fields(entity, new Problems()).stream()
                .filter(field -> !identifies(field))
                .flatMap(field -> accessors(field.name()).stream())
                .collect(Collectors.toSet());
        for (ExecutableElement method : methods(entity)) {
            String name = method.getSimpleName().toString();
            if (method.getModifiers().contains(Modifier.FINAL) && accessors.contains(name)) {
                return entity.getSimpleName() + "." + method + " is final";
            }
        }
        return null;
    }

    /** What the stand-in overrides. */
    ReferenceShape read(TypeElement entity, MappedField id) {
        DeclaredType type = (DeclaredType) entity.asType();
        List<MethodSpec> overrides = new ArrayList<>();
        Set<String> idGetters = new HashSet<>();
        Set<String> signatures = new HashSet<>();
        for (ExecutableElement method : methods(entity)) {
            String name = method.getSimpleName().toString();
            ExecutableType signature = (ExecutableType) language.types.asMemberOf(type, method);
            if (!overridable(method, entity) || !signatures.add(name + erased(signature))) {
                continue;
            }
            overrides.add(MethodSpec.overriding(method, type, language.types).build());
            if (method.getParameters().isEmpty() && answersId(name, signature.getReturnType(), id)) {
                idGetters.add(name);
            }
        }
        return new ReferenceShape(overrides, idGetters);
    }

    private List<ExecutableElement> methods(TypeElement entity) {
        return ElementFilter.methodsIn(language.elements.getAllMembers(entity)).stream()
                .filter(method -> !(method.getEnclosingElement() instanceof TypeElement owner
                        && owner.getQualifiedName().contentEquals("java.lang.Object")))
                .filter(method -> !LEFT_ALONE.contains(method.getSimpleName().toString()))
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .toList();
    }

    private boolean overridable(ExecutableElement method, TypeElement entity) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.FINAL) || modifiers.contains(Modifier.PRIVATE)) {
            return false;
        }
        return modifiers.contains(Modifier.PUBLIC)
                || modifiers.contains(Modifier.PROTECTED)
                || language.elements.getPackageOf(method).equals(language.elements.getPackageOf(entity));
    }

    private String erased(ExecutableType signature) {
        return signature.getParameterTypes().stream()
                .map(p -> language.types.erasure(p).toString())
                .toList()
                .toString();
    }

    private boolean answersId(String name, TypeMirror result, MappedField id) {
        boolean named = name.equals(id.name()) || name.equals("get" + Naming.capital(id.name()));
        return named
                && !result.getKind().equals(javax.lang.model.type.TypeKind.VOID)
                && TypeName.get(result)
                        .withoutAnnotations()
                        .box()
                        .equals(id.shape().boxed());
    }

    private static boolean identifies(MappedField field) {
        return Mark.has(field.element(), "Id") || Mark.has(field.element(), "EmbeddedId");
    }

    private static List<String> accessors(String attribute) {
        String capital = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        return List.of(attribute, "get" + capital, "is" + capital, "set" + capital, "with" + capital);
    }
}
