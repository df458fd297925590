package io.fluxalchemy.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.fluxalchemy.processor.shape.AttributeShape;
import io.fluxalchemy.processor.shape.BasicShape;
import io.fluxalchemy.processor.shape.ColumnGroup;
import io.fluxalchemy.processor.shape.EmbeddedShape;
import io.fluxalchemy.processor.shape.EntityShape;
import io.fluxalchemy.processor.shape.FieldShape;
import io.fluxalchemy.processor.shape.HierarchyShape;
import io.fluxalchemy.processor.shape.JoinShape;
import io.fluxalchemy.processor.shape.LibraryNames;
import io.fluxalchemy.processor.shape.MetamodelName;
import io.fluxalchemy.processor.shape.ToManyShape;
import io.fluxalchemy.processor.shape.ToOneShape;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the typed table of an entity: the class with the suffix. */
public final class MetamodelWriter {

    private static final CodeBlock THIS = CodeBlock.of("this");

    private final EntityShape entity;
    private final ClassName mapped;
    private final ClassName metamodel;
    private final ModelClass model;
    private final AttributeCode attributes;
    private final Set<String> members = new HashSet<>();

    private MetamodelWriter(EntityShape entity) {
        this.entity = entity;
        this.mapped = entity.name().type();
        this.metamodel = entity.name().metamodel();
        this.model = new ModelClass(mapped, metamodel);
        this.attributes = new AttributeCode(mapped, model);
        entity.attributes().forEach(attribute -> members.add(attribute.name()));
        members.add(entity.name().constant());
    }

    public static JavaFile write(EntityShape entity) {
        return new MetamodelWriter(entity).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(metamodel)
                .addOriginatingElement(entity.element())
                .addJavadoc("The table of {@link $T}.\n", mapped)
                .addAnnotation(Annotations.GENERATED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(LibraryNames.ENTITY_TABLE, mapped, entity.idType()))
                .addField(constant());
        for (AttributeShape attribute : entity.attributes()) {
            member(type, attribute);
        }
        type.addMethod(constructor()).addMethod(alias());
        if (isSubclass()) {
            type.addMethod(constructorOver()).addMethod(over());
        }
        model.constant(ParameterizedTypeName.get(LibraryNames.ENTITY_MODEL, mapped), ModelClass.MODEL, build());
        return JavaFile.builder(
                        metamodel.packageName(), type.addType(model.build()).build())
                .indent("    ")
                .build();
    }

    private FieldSpec constant() {
        return FieldSpec.builder(metamodel, entity.name().constant(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The table without an alias.\n")
                .initializer(
                        isSubclass()
                                ? CodeBlock.of("new $T(($T) null)", metamodel, String.class)
                                : CodeBlock.of("new $T(null)", metamodel))
                .build();
    }

    private boolean isSubclass() {
        return entity.hierarchy() != null && entity.hierarchy().parent() != null;
    }

    private void member(TypeSpec.Builder type, AttributeShape attribute) {
        if (attribute instanceof BasicShape basic) {
            CodeBlock column = basic.type().create(THIS, CodeBlock.of("$S", basic.column()), model.type(basic));
            add(type, basic.type().columnClass(), basic.name(), column);
        } else if (attribute instanceof EmbeddedShape embedded) {
            ClassName embeddable = embedded.metamodel().metamodel();
            String held = attributes.embeddedModel(embedded);
            add(type, embeddable, embedded.name(), CodeBlock.of("new $T(this, $T.$N)", embeddable, model.name(), held));
        } else if (attribute instanceof ToOneShape toOne) {
            for (JoinShape join : toOne.joins()) {
                if (members.add(join.member())) {
                    CodeBlock name = CodeBlock.of("$S", join.column());
                    add(
                            type,
                            join.type().columnClass(),
                            join.member(),
                            join.type().create(THIS, name, join.type().expression()));
                }
            }
            relation(type, LibraryNames.TO_ONE, toOne.target(), toOne.name());
        } else if (attribute instanceof ToManyShape toMany) {
            relation(type, LibraryNames.TO_MANY, toMany.target(), toMany.name());
        }
    }

    private void relation(TypeSpec.Builder type, ClassName kind, MetamodelName target, String name) {
        add(
                type,
                ParameterizedTypeName.get(kind, mapped, target.type()),
                name,
                CodeBlock.of("new $T<>(this, $S, $L)", kind, name, AttributeCode.supplier(target)));
    }

    private static void add(TypeSpec.Builder type, TypeName memberType, String name, CodeBlock value) {
        type.addField(FieldSpec.builder(memberType, name, Modifier.PUBLIC, Modifier.FINAL)
                .initializer(value)
                .build());
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(ParameterSpec.builder(String.class, "alias")
                        .addAnnotation(Annotations.NULLABLE)
                        .build())
                .addStatement("super($T.$L, alias)", model.name(), ModelClass.MODEL)
                .build();
    }

    private MethodSpec alias() {
        return MethodSpec.methodBuilder("as")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(metamodel)
                .addParameter(String.class, "alias")
                .addStatement("return new $T(alias)", metamodel)
                .build();
    }

    /** Made by {@code treat}: the same columns in the table of another class of the hierarchy. */
    private MethodSpec constructorOver() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(LibraryNames.TABLE_SOURCE, "source")
                .addStatement("super($T.$L, source)", model.name(), ModelClass.MODEL)
                .build();
    }

    private MethodSpec over() {
        return MethodSpec.methodBuilder("over")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(metamodel)
                .addParameter(LibraryNames.TABLE_SOURCE, "source")
                .addStatement("return new $T(source)", metamodel)
                .build();
    }

    private CodeBlock build() {
        CodeBlock.Builder code = CodeBlock.builder().add(begin()).indent();
        HierarchyShape hierarchy = entity.hierarchy();
        if (entity.schema() != null && !isSubclass()) {
            code.add("\n.schema($S)", entity.schema());
        }
        if (hierarchy != null && hierarchy.parent() == null) {
            code.add(
                    "\n.discriminator($S, $L)",
                    hierarchy.column(),
                    hierarchy.type().expression());
        }
        if (hierarchy != null && hierarchy.value() != null) {
            code.add("\n.discriminatedBy($L)", hierarchy.value());
        }
        if (entity.reference() != null) {
            code.add("\n.reference($L)", reference());
        }
        for (AttributeShape attribute : entity.ownAttributes()) {
            code.add("\n").add(attributes.call(attribute));
        }
        for (ColumnGroup unique : entity.uniques()) {
            code.add("\n.unique(new $T($L, $L))", LibraryNames.UNIQUE_CONSTRAINT, name(unique), columns(unique));
        }
        for (ColumnGroup index : entity.indexes()) {
            code.add("\n.index(new $T($L, $L, $L))", LibraryNames.INDEX, name(index), columns(index), index.unique());
        }
        return code.add("\n.build()").unindent().build();
    }

    private CodeBlock begin() {
        CodeBlock create = entity.isAbstract() ? CodeBlock.of("null") : CodeBlock.of("$T::new", mapped);
        HierarchyShape hierarchy = entity.hierarchy();
        MetamodelName parent = hierarchy == null ? null : hierarchy.parent();
        return parent == null
                ? CodeBlock.of("$T.of($T.class, $S, $L)", LibraryNames.ENTITY_MODEL, mapped, entity.table(), create)
                : CodeBlock.of(
                        "$T.extending($T.$N.model(), $T.class, $L)",
                        LibraryNames.ENTITY_MODEL,
                        parent.metamodel(),
                        parent.constant(),
                        mapped,
                        create);
    }

    /** Sets the id field too, so that code reading the field and an equality by id see it. */
    private CodeBlock reference() {
        FieldShape id = entity.attributes().stream()
                .filter(a -> a instanceof BasicShape basic && basic.role() == BasicShape.Role.ID
                        || a instanceof EmbeddedShape embedded && embedded.id())
                .map(AttributeShape::field)
                .findFirst()
                .orElseThrow();
        ClassName stand = entity.name().reference();
        return CodeBlock.builder()
                .add("id -> {\n")
                .indent()
                .add("$T v = ($T) id;\n", id.boxed(), id.boxed())
                .add("$T e = new $T(v);\n", mapped, stand)
                .add("$L;\n", model.write(id, id.boxed()))
                .add("return e;\n")
                .unindent()
                .add("}")
                .build();
    }

    private static CodeBlock name(ColumnGroup group) {
        return AttributeCode.text(group.name());
    }

    private static CodeBlock columns(ColumnGroup group) {
        return AttributeCode.texts(group.columns());
    }
}
