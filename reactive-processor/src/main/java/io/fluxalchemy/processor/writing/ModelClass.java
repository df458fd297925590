package io.fluxalchemy.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.fluxalchemy.processor.shape.BasicShape;
import io.fluxalchemy.processor.shape.FieldShape;
import io.fluxalchemy.processor.shape.LibraryNames;
import io.fluxalchemy.processor.shape.Naming;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The nested class {@code Model} of a generated class: handles of the fields, types that are made once, and the description of
 * the mapped class. A class of its own, so that touching it does not make the table and the other way round.
 */
final class ModelClass {

    /** The constant that describes the mapped class; attribute constants all have a suffix. */
    static final String MODEL = "MODEL";

    private static final String NAME = "Model";

    private final ClassName mapped;
    private final ClassName name;
    private final NameAllocator names = new NameAllocator();
    private final Map<String, String> handles = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final TypeSpec.Builder builder;
    private boolean readsFields;
    private boolean converts;

    ModelClass(ClassName mapped, ClassName metamodel) {
        this.mapped = mapped;
        this.name = metamodel.nestedClass(NAME);
        this.builder = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addAnnotation(Annotations.suppress("unchecked", "rawtypes", "cast"));
    }

    ClassName name() {
        return name;
    }

    /** Adds a constant; its name is made unique. */
    String constant(TypeName type, String wanted, CodeBlock value) {
        String constant = names.newName(wanted);
        builder.addField(FieldSpec.builder(type, constant, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build());
        return constant;
    }

    void method(MethodSpec method) {
        builder.addMethod(method);
    }

    /** The code of the attribute's type: made once and shared where it is not equal to another made by the same code. */
    CodeBlock type(BasicShape attribute) {
        if (!attribute.type().stateful()) {
            return attribute.type().expression();
        }
        converts |= attribute.type().expression().toString().contains("converted(");
        String constant = types.computeIfAbsent(
                attribute.name(),
                n -> constant(
                        ParameterizedTypeName.get(
                                LibraryNames.SQL_TYPE, attribute.type().value()),
                        Naming.constant(n) + "_TYPE",
                        attribute.type().expression()));
        return CodeBlock.of("$T.$N", name, constant);
    }

    /** The code of a lambda body that reads the field of {@code e} as {@code wanted}. */
    CodeBlock read(FieldShape field, TypeName wanted) {
        String handle = handle(field);
        boolean exact = field.erased().equals(Annotations.erased(field.type()));
        CodeBlock get = CodeBlock.of("$N.get($L)", handle, receiver(field));
        CodeBlock typed = exact
                ? CodeBlock.of("($T) $L", field.type(), get)
                : CodeBlock.of("($T) ($T) $L", field.type(), field.erased(), get);
        return wanted.equals(field.boxed()) ? typed : CodeBlock.of("($T) $L", wanted, typed);
    }

    /** The code of a lambda body that sets the field of {@code e} to {@code v}. */
    CodeBlock write(FieldShape field, TypeName given) {
        CodeBlock value;
        if (field.primitive()) {
            value = CodeBlock.of("($T) v", field.type());
        } else if (field.erased().equals(Annotations.erased(given))) {
            value = CodeBlock.of("v");
        } else {
            value = CodeBlock.of("($T) v", field.erased());
        }
        return CodeBlock.of("$N.set($L, $L)", handle(field), receiver(field), value);
    }

    CodeBlock accessor(FieldShape field, TypeName wanted) {
        return CodeBlock.of(
                "$T.of(e -> $L, (e, v) -> $L)", LibraryNames.ACCESSOR, read(field, wanted), write(field, wanted));
    }

    TypeSpec build() {
        if (readsFields) {
            builder.addMethod(fieldMethod());
        }
        if (converts) {
            builder.addMethod(convertedMethod());
        }
        return builder.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }

    private CodeBlock receiver(FieldShape field) {
        boolean own = field.depth() == 0 || field.owner() == null;
        return own ? CodeBlock.of("e") : CodeBlock.of("($T) e", field.owner());
    }

    private String handle(FieldShape field) {
        readsFields = true;
        return handles.computeIfAbsent(field.name(), n -> {
            CodeBlock owner = field.owner() != null && field.depth() > 0
                    ? CodeBlock.of("$T.class", field.owner())
                    : CodeBlock.of("$T.class$L", mapped, ".getSuperclass()".repeat(field.depth()));
            return constant(
                    ClassName.get(VarHandle.class),
                    Naming.constant(n) + "_FIELD",
                    CodeBlock.of("field($L, $S, $T.class)", owner, n, field.erased()));
        });
    }

    private static MethodSpec fieldMethod() {
        TypeName anyClass =
                ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));
        return MethodSpec.methodBuilder("field")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(VarHandle.class)
                .addParameter(anyClass, "owner")
                .addParameter(String.class, "name")
                .addParameter(anyClass, "type")
                .beginControlFlow("try")
                .addStatement(
                        "return $T.privateLookupIn(owner, $T.lookup()).findVarHandle(owner, name, type)",
                        MethodHandles.class,
                        MethodHandles.class)
                .nextControlFlow("catch ($T e)", ReflectiveOperationException.class)
                .addStatement(
                        "throw new $T(owner.getName() + $S + name + $S, e)",
                        LibraryNames.MAPPING_EXCEPTION,
                        ".",
                        " cannot be reached: compile the class and its metamodel together, and open its package if it is in another"
                                + " module")
                .endControlFlow()
                .build();
    }

    private static MethodSpec convertedMethod() {
        TypeVariableName t = TypeVariableName.get("T");
        TypeVariableName s = TypeVariableName.get("S");
        return MethodSpec.methodBuilder("converted")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addTypeVariable(t)
                .addTypeVariable(s)
                .returns(ParameterizedTypeName.get(LibraryNames.SQL_TYPE, t))
                .addParameter(ParameterizedTypeName.get(LibraryNames.SQL_TYPE, s), "storage")
                .addParameter(ParameterizedTypeName.get(ClassName.get(Class.class), t), "type")
                .addParameter(
                        ParameterizedTypeName.get(ClassName.get("jakarta.persistence", "AttributeConverter"), t, s),
                        "converter")
                .addStatement(
                        "return $T.converted(storage, type, converter::convertToDatabaseColumn,"
                                + " converter::convertToEntityAttribute)",
                        LibraryNames.TYPES)
                .build();
    }
}
