package io.fluxalchemy.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fluxalchemy.processor.shape.EntityShape;
import io.fluxalchemy.processor.shape.LibraryNames;
import io.fluxalchemy.processor.shape.ReferenceShape;
import javax.lang.model.element.Modifier;

/** Writes the stand-in for an entity that was not loaded: a subclass that knows the id and raises on everything else. */
public final class ReferenceWriter {

    private static final String ID = "referencedId";

    private ReferenceWriter() {}

    public static JavaFile write(EntityShape entity, ReferenceShape reference) {
        TypeSpec.Builder type = TypeSpec.classBuilder(entity.name().reference())
                .addOriginatingElement(entity.element())
                .avoidClashesWithNestedClasses(entity.element())
                .addJavadoc(
                        "An unloaded {@link $T}, of which only the id is known.\n",
                        entity.name().type())
                .addAnnotation(Annotations.GENERATED)
                .addAnnotation(Annotations.suppress(
                        "serial", "deprecation", "removal", "unchecked", "rawtypes", "varargs", "cast", "overrides"))
                .addModifiers(Modifier.FINAL)
                .superclass(entity.name().type())
                .addSuperinterface(LibraryNames.ENTITY_REFERENCE)
                .addField(entity.idType(), ID, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(entity.idType(), ID)
                        .addStatement("this.$N = $N", ID, ID)
                        .build())
                .addMethod(MethodSpec.methodBuilder(ID)
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(Object.class)
                        .addStatement("return $N", ID)
                        .build())
                .addMethod(text(entity));
        for (MethodSpec method : reference.overrides()) {
            type.addMethod(override(entity, reference, method));
        }
        return JavaFile.builder(entity.name().reference().packageName(), type.build())
                .indent("    ")
                .build();
    }

    private static MethodSpec text(EntityShape entity) {
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $S + $N + $S", entity.name().type().simpleName() + "#", ID, " (not loaded)")
                .build();
    }

    private static MethodSpec override(EntityShape entity, ReferenceShape reference, MethodSpec method) {
        MethodSpec.Builder builder = method.toBuilder();
        boolean answers = method.parameters().isEmpty() && reference.idGetters().contains(method.name());
        if (answers) {
            TypeName result = method.returnType();
            builder.beginControlFlow("if ($N == null)", ID)
                    .addCode(raise(entity, method))
                    .endControlFlow();
            return result.isPrimitive()
                    ? builder.addStatement("return ($T) $N", result, ID).build()
                    : builder.addStatement("return $N", ID).build();
        }
        return builder.addCode(raise(entity, method)).build();
    }

    private static CodeBlock raise(EntityShape entity, MethodSpec method) {
        return CodeBlock.builder()
                .addStatement(
                        "throw $T.ofReference($S, $N, $S)",
                        LibraryNames.UNLOADED_EXCEPTION,
                        entity.name().type().simpleName(),
                        ID,
                        method.name() + (method.parameters().isEmpty() ? "()" : "(…)"))
                .build();
    }
}
