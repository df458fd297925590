package io.fluxalchemy.processor.writing;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fluxalchemy.processor.shape.BasicShape;
import io.fluxalchemy.processor.shape.EmbeddableShape;
import io.fluxalchemy.processor.shape.LibraryNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the columns and the model of an embeddable. */
public final class EmbeddableWriter {

    private final EmbeddableShape embeddable;
    private final ClassName mapped;
    private final ClassName metamodel;
    private final ModelClass model;
    private final AttributeCode attributes;

    private EmbeddableWriter(EmbeddableShape embeddable) {
        this.embeddable = embeddable;
        this.mapped = embeddable.name().type();
        this.metamodel = embeddable.name().metamodel();
        this.model = new ModelClass(mapped, metamodel);
        this.attributes = new AttributeCode(mapped, model);
    }

    public static JavaFile write(EmbeddableShape embeddable) {
        return new EmbeddableWriter(embeddable).file();
    }

    private JavaFile file() {
        TypeName modelType = ParameterizedTypeName.get(LibraryNames.EMBEDDABLE_MODEL, mapped);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addParameter(LibraryNames.TABLE_EXPRESSION, "table")
                .addParameter(modelType, "model")
                .addStatement("super(table, model)");
        TypeSpec.Builder type = TypeSpec.classBuilder(metamodel)
                .addOriginatingElement(embeddable.element())
                .addJavadoc("The columns of {@link $T} in the table of its owner.\n", mapped)
                .addAnnotation(Annotations.GENERATED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(LibraryNames.EMBEDDED, mapped));
        for (BasicShape attribute : embeddable.attributes()) {
            type.addField(
                    FieldSpec.builder(attribute.type().columnClass(), attribute.name(), Modifier.PUBLIC, Modifier.FINAL)
                            .build());
            CodeBlock name = CodeBlock.of("columnName($S)", attribute.name());
            constructor.addStatement(
                    "this.$N = $L",
                    attribute.name(),
                    attribute.type().create(CodeBlock.of("table"), name, model.type(attribute)));
        }
        type.addMethod(constructor.build()).addMethod(modelMethod(modelType));
        model.method(modelOf(modelType));
        return JavaFile.builder(
                        metamodel.packageName(), type.addType(model.build()).build())
                .indent("    ")
                .build();
    }

    private MethodSpec modelMethod(TypeName modelType) {
        return modelMethod("model", modelType)
                .addJavadoc("The model with some attributes in other columns than the embeddable says.\n\n")
                .addJavadoc("@param columns attribute to column\n")
                .addJavadoc("@return a new model\n")
                .addModifiers(Modifier.PUBLIC)
                .addStatement("return $T.of(columns)", model.name())
                .build();
    }

    private MethodSpec modelOf(TypeName modelType) {
        List<CodeBlock> parts = new ArrayList<>();
        for (BasicShape attribute : embeddable.attributes()) {
            parts.add(CodeBlock.of(
                    "\n$L.column(columns.getOrDefault($S, $S))",
                    attributes.basic(attribute, accessor(attribute)),
                    attribute.name(),
                    attribute.column()));
        }
        String create = model.constant(
                ParameterizedTypeName.get(
                        ClassName.get("java.util.function", "Function"), ArrayTypeName.of(Object.class), mapped),
                "CREATE",
                embeddable.record() ? canonical() : fieldByField());
        return modelMethod("of", modelType)
                .addCode(
                        "return new $T<>($T.class, $N, $T.of($>$>$L$<$<));\n",
                        LibraryNames.EMBEDDABLE_MODEL,
                        mapped,
                        create,
                        List.class,
                        CodeBlock.join(parts, ", "))
                .build();
    }

    private static MethodSpec.Builder modelMethod(String name, TypeName modelType) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(modelType)
                .addParameter(
                        ParameterizedTypeName.get(
                                ClassName.get(Map.class), ClassName.get(String.class), ClassName.get(String.class)),
                        "columns");
    }

    private CodeBlock accessor(BasicShape attribute) {
        if (!embeddable.record()) {
            return model.accessor(attribute.field(), attribute.field().boxed());
        }
        return CodeBlock.of(
                "$T.of(e -> e.$N(), (e, v) -> { throw new $T($S); })",
                LibraryNames.ACCESSOR,
                attribute.name(),
                IllegalStateException.class,
                mapped.simpleName() + " is a record: " + attribute.name() + " is given to its constructor");
    }

    private CodeBlock canonical() {
        List<CodeBlock> values = new ArrayList<>();
        for (int i = 0; i < embeddable.attributes().size(); i++) {
            values.add(CodeBlock.of(
                    "($T) v[$L]", embeddable.attributes().get(i).field().type(), i));
        }
        return CodeBlock.of("v -> new $T($L)", mapped, CodeBlock.join(values, ", "));
    }

    private CodeBlock fieldByField() {
        CodeBlock.Builder code =
                CodeBlock.builder().add("values -> {\n").indent().add("$T e = new $T();\n", mapped, mapped);
        for (int i = 0; i < embeddable.attributes().size(); i++) {
            BasicShape attribute = embeddable.attributes().get(i);
            code.beginControlFlow("")
                    .add(
                            "$T v = ($T) values[$L];\n",
                            attribute.field().boxed(),
                            attribute.field().boxed(),
                            i)
                    .add(
                            "$L;\n",
                            model.write(attribute.field(), attribute.field().boxed()))
                    .endControlFlow();
        }
        return code.add("return e;\n").unindent().add("}").build();
    }
}
