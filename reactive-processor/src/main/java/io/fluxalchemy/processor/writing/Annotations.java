package io.fluxalchemy.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.annotation.processing.Generated;

/** Annotations of generated code, and the erasure of type names. */
final class Annotations {

    static final AnnotationSpec GENERATED = AnnotationSpec.builder(Generated.class)
            .addMember("value", "$S", "io.fluxalchemy.processor.MetamodelProcessor")
            .build();

    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    private Annotations() {}

    static AnnotationSpec suppress(String... warnings) {
        String list = Arrays.stream(warnings).map(w -> '"' + w + '"').collect(Collectors.joining(", ", "{", "}"));
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", CodeBlock.of("$L", list))
                .build();
    }

    static TypeName erased(TypeName type) {
        if (type instanceof ParameterizedTypeName parameterized) {
            return parameterized.rawType();
        }
        return type instanceof ArrayTypeName array ? ArrayTypeName.of(erased(array.componentType())) : type;
    }
}
