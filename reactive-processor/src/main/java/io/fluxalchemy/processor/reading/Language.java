package io.fluxalchemy.processor.reading;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.fluxalchemy.processor.shape.MetamodelName;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What the readers ask the compiler. */
public final class Language {

    final Elements elements;
    final Types types;
    private final String suffix;

    /** @param suffix of generated metamodel classes */
    public Language(ProcessingEnvironment environment, String suffix) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.suffix = suffix;
    }

    MetamodelName metamodel(TypeElement mapped) {
        return MetamodelName.of(ClassName.get(mapped), suffix);
    }

    boolean is(TypeMirror type, String qualifiedName) {
        TypeElement element = element(type);
        return element != null && element.getQualifiedName().contentEquals(qualifiedName);
    }

    /** The class of a declared type, or null for primitives, arrays and type variables. */
    @Nullable
    TypeElement element(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element
                : null;
    }

    @Nullable
    TypeElement superclass(TypeElement type) {
        TypeMirror superclass = type.getSuperclass();
        return superclass.getKind() == TypeKind.NONE ? null : element(superclass);
    }

    /** Whether code in the package of {@code from} can name the class. */
    boolean nameable(TypeElement type, Element from) {
        PackageElement home = elements.getPackageOf(from);
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            boolean samePackage = elements.getPackageOf(e).equals(home);
            if (e.getModifiers().contains(Modifier.PRIVATE)
                    || (!e.getModifiers().contains(Modifier.PUBLIC) && !samePackage)) {
                return false;
            }
        }
        return true;
    }

    /** The type arguments that {@code type} gives to its superclass or interface of that name, or null. */
    @Nullable
    DeclaredType supertype(TypeMirror type, String qualifiedName) {
        if (is(type, qualifiedName)) {
            return (DeclaredType) type;
        }
        for (TypeMirror parent : types.directSupertypes(type)) {
            DeclaredType found = supertype(parent, qualifiedName);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    boolean hasMethod(TypeElement type, String name, int parameters) {
        for (TypeElement t = type;
                t != null && !t.getQualifiedName().contentEquals("java.lang.Object");
                t = superclass(t)) {
            boolean found = t.getEnclosedElements().stream()
                    .anyMatch(e -> e instanceof ExecutableElement method
                            && method.getSimpleName().contentEquals(name)
                            && method.getParameters().size() == parameters);
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Whether the types of the class's fields and superclasses exist yet; another processor may write them in this round. */
    public boolean complete(TypeElement type) {
        for (TypeElement t = type; t != null; t = superclass(t)) {
            boolean known = ElementFilter.fieldsIn(t.getEnclosedElements()).stream()
                    .noneMatch(field -> unknown(field.asType()));
            if (!known || t.getSuperclass().getKind() == TypeKind.ERROR) {
                return false;
            }
        }
        return true;
    }

    private static boolean unknown(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR
                || type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(Language::unknown);
    }

    /** The wrapper class of a primitive, any other type as it is. */
    TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? types.boxedClass(types.getPrimitiveType(type.getKind())).asType()
                : type;
    }

    /** The code of a field's class token, by way of a cast where the type has parameters. */
    CodeBlock classToken(MappedField field) {
        TypeMirror type = boxed(field.type());
        TypeName raw = TypeName.get(types.erasure(type)).withoutAnnotations();
        boolean generic = type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty();
        return generic
                ? CodeBlock.of(
                        "($T<$T>) ($T<?>) $T.class", Class.class, field.shape().boxed(), Class.class, raw)
                : CodeBlock.of("$T.class", raw);
    }
}
