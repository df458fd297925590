package io.fluxalchemy.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.fluxalchemy.processor.shape.AttributeShape;
import io.fluxalchemy.processor.shape.BasicShape;
import io.fluxalchemy.processor.shape.EmbeddedShape;
import io.fluxalchemy.processor.shape.JoinShape;
import io.fluxalchemy.processor.shape.LibraryNames;
import io.fluxalchemy.processor.shape.LinkShape;
import io.fluxalchemy.processor.shape.MetamodelName;
import io.fluxalchemy.processor.shape.Naming;
import io.fluxalchemy.processor.shape.ToManyShape;
import io.fluxalchemy.processor.shape.ToOneShape;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The code that makes the attributes of a model. */
final class AttributeCode {

    private final ClassName mapped;
    private final ModelClass model;
    private final Map<String, String> embeddedModels = new HashMap<>();

    AttributeCode(ClassName mapped, ModelClass model) {
        this.mapped = mapped;
        this.model = model;
    }

    /** The call of the model's builder for an attribute. */
    CodeBlock call(AttributeShape attribute) {
        if (attribute instanceof BasicShape basic) {
            String verb = switch (basic.role()) {
                case ID -> "id";
                case VERSION -> "version";
                case PLAIN -> "attribute";
            };
            return CodeBlock.of(
                    ".$L($L)",
                    verb,
                    basic(basic, model.accessor(basic.field(), basic.field().boxed())));
        }
        if (attribute instanceof EmbeddedShape embedded) {
            return CodeBlock.of(".$L($L)", embedded.id() ? "id" : "attribute", embedded(embedded));
        }
        return attribute instanceof ToOneShape toOne
                ? CodeBlock.of(".attribute($L)", toOne(toOne))
                : CodeBlock.of(".attribute($L)", toMany((ToManyShape) attribute));
    }

    CodeBlock basic(BasicShape basic, CodeBlock accessor) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.<$T, $T>of($S, $S, $L, $L)",
                        LibraryNames.BASIC_ATTRIBUTE,
                        mapped,
                        basic.field().boxed(),
                        basic.name(),
                        basic.column(),
                        model.type(basic),
                        accessor);
        if (!basic.nullable()) {
            code.add(".notNull()");
        }
        if (basic.unique()) {
            code.add(".asUnique()");
        }
        if (!basic.insertable()) {
            code.add(".notInsertable()");
        }
        if (!basic.updatable()) {
            code.add(".notUpdatable()");
        }
        if (basic.field().primitive()) {
            code.add(".asPrimitive()");
        }
        if (basic.generation() != null) {
            code.add(".generated($L)", basic.generation());
        }
        return code.build();
    }

    /** The constant that holds the model of an embedded, with the columns it has here. */
    String embeddedModel(EmbeddedShape embedded) {
        MetamodelName target = embedded.metamodel();
        return embeddedModels.computeIfAbsent(
                embedded.name(),
                n -> model.constant(
                        ParameterizedTypeName.get(LibraryNames.EMBEDDABLE_MODEL, target.type()),
                        Naming.constant(n) + "_MODEL",
                        CodeBlock.of("$T.model($L)", target.metamodel(), overrides(embedded.overrides()))));
    }

    private static CodeBlock overrides(Map<String, String> overrides) {
        List<CodeBlock> entries = overrides.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> CodeBlock.of("$T.entry($S, $S)", Map.class, e.getKey(), e.getValue()))
                .toList();
        return entries.isEmpty()
                ? CodeBlock.of("$T.of()", Map.class)
                : CodeBlock.of("$T.ofEntries($L)", Map.class, CodeBlock.join(entries, ", "));
    }

    private CodeBlock embedded(EmbeddedShape embedded) {
        return CodeBlock.of(
                "new $T<$T, $T>($S, $L, $N)",
                LibraryNames.EMBEDDED_ATTRIBUTE,
                mapped,
                embedded.metamodel().type(),
                embedded.name(),
                model.accessor(embedded.field(), embedded.metamodel().type()),
                embeddedModel(embedded));
    }

    private CodeBlock toOne(ToOneShape toOne) {
        return CodeBlock.of(
                "new $T<$T, $T>($S, $L, $L, $L, $L, $L, $L, $L, $L, $L, $L)",
                LibraryNames.TO_ONE_ATTRIBUTE,
                mapped,
                toOne.target().type(),
                toOne.name(),
                model.accessor(toOne.field(), toOne.target().type()),
                supplier(toOne.target()),
                joins(toOne.joins()),
                text(toOne.mappedBy()),
                toOne.nullable(),
                toOne.unique(),
                toOne.insertable(),
                toOne.updatable(),
                cascades(toOne.cascades()),
                toOne.orphanRemoval());
    }

    private CodeBlock toMany(ToManyShape toMany) {
        TypeName collection = ParameterizedTypeName.get(
                ClassName.get(Collection.class), toMany.target().type());
        return CodeBlock.of(
                "new $T<$T, $T>($S, $L, $L, $T.Kind.$L, $L, $L, $L, $L, $L)",
                LibraryNames.TO_MANY_ATTRIBUTE,
                mapped,
                toMany.target().type(),
                toMany.name(),
                model.accessor(toMany.field(), collection),
                supplier(toMany.target()),
                LibraryNames.TO_MANY_ATTRIBUTE,
                toMany.set() ? "SET" : "LIST",
                text(toMany.mappedBy()),
                link(toMany.link()),
                cascades(toMany.cascades()),
                toMany.orphanRemoval(),
                texts(toMany.orderBy()));
    }

    static CodeBlock supplier(MetamodelName target) {
        return CodeBlock.of("() -> $T.$N", target.metamodel(), target.constant());
    }

    private static CodeBlock link(@Nullable LinkShape link) {
        return link == null
                ? CodeBlock.of("null")
                : CodeBlock.of(
                        "new $T(new $T($L, $S), $L, $L)",
                        LibraryNames.JOIN_TABLE,
                        LibraryNames.TABLE_NAME,
                        text(link.schema()),
                        link.table(),
                        joins(link.owner()),
                        joins(link.target()));
    }

    private static CodeBlock joins(List<JoinShape> joins) {
        List<CodeBlock> made = joins.stream()
                .map(join -> CodeBlock.of(
                        "new $T($S, $S, $L)",
                        LibraryNames.JOIN_COLUMN,
                        join.column(),
                        join.referenced(),
                        join.type().expression()))
                .toList();
        return list(made);
    }

    private static CodeBlock cascades(Set<String> cascades) {
        List<CodeBlock> made = cascades.stream()
                .sorted()
                .map(cascade -> CodeBlock.of("$T.$L", LibraryNames.CASCADE, cascade))
                .toList();
        return CodeBlock.of("$T.of($L)", Set.class, CodeBlock.join(made, ", "));
    }

    static CodeBlock texts(List<String> texts) {
        return list(texts.stream().map(text -> CodeBlock.of("$S", text)).toList());
    }

    static CodeBlock text(@Nullable String text) {
        return text == null ? CodeBlock.of("null") : CodeBlock.of("$S", text);
    }

    private static CodeBlock list(List<CodeBlock> made) {
        return CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(made, ", "));
    }
}
