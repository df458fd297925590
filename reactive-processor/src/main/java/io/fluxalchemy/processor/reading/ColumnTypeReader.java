package io.fluxalchemy.processor.reading;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.fluxalchemy.processor.shape.ColumnType;
import io.fluxalchemy.processor.shape.ColumnType.Kind;
import io.fluxalchemy.processor.shape.LibraryNames;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** From the type of a field and its annotations to the type of its column. */
final class ColumnTypeReader {

    private static final String JSON = "io.fluxalchemy.mapping.annotation.Json";

    private static final String SENSITIVE = "io.fluxalchemy.mapping.annotation.Sensitive";

    private static final String CONVERT =
            "Add @Convert(converter = …) with an AttributeConverter to a type that has one";

    private final Language language;
    private final BasicTypes basics;
    private final ConverterReader converters;

    ColumnTypeReader(Language language) {
        this.language = language;
        this.basics = new BasicTypes(language);
        this.converters = new ConverterReader(language);
    }

    /** The column type of a field; null if it has none, which has been reported. */
    @Nullable
    ColumnType read(MappedField field, Problems problems) {
        ColumnType type = plain(field, problems);
        return type != null && Mark.findExact(field.element(), SENSITIVE) != null ? type.sensitive() : type;
    }

    private @Nullable ColumnType plain(MappedField field, Problems problems) {
        VariableElement element = field.element();
        Mark convert = Mark.find(element, "Convert");
        if (convert != null) {
            return converters.read(field, convert, problems);
        }
        if (Mark.findExact(element, JSON) != null) {
            return json(field);
        }
        TypeMirror type = field.type();
        if (Mark.has(element, "Enumerated") && !isEnum(type)) {
            problems.report(element, "@Enumerated is for enums, the field is " + Problems.text(type), "Remove it");
            return null;
        }
        ColumnType basic = basics.of(type, element);
        if (basic != null) {
            return basic;
        }
        if (language.is(type, "java.util.List")) {
            return array(field, problems);
        }
        problems.report(element, "no column type is known for " + Problems.text(type), hint(type));
        return null;
    }

    private @Nullable ColumnType array(MappedField field, Problems problems) {
        var arguments = ((DeclaredType) field.type()).getTypeArguments();
        if (arguments.isEmpty() || arguments.get(0) instanceof WildcardType) {
            problems.report(
                    field.element(),
                    "the element type of " + Problems.text(field.type()) + " is not said",
                    "Write it: List<String> for an array column, List<AnEntity> with @OneToMany for a relation");
            return null;
        }
        ColumnType element = basics.of(arguments.get(0), field.element());
        if (entity(arguments.get(0))) {
            problems.report(
                    field.element(),
                    "it is not said how the relation to " + Problems.text(arguments.get(0)) + " is kept",
                    "Add @OneToMany or @ManyToMany");
            return null;
        }
        if (element == null || element.kind() == Kind.VALUE && arguments.get(0) instanceof ArrayType) {
            problems.report(
                    field.element(),
                    "no column type is known for " + Problems.text(field.type()),
                    hint(arguments.get(0)));
            return null;
        }
        CodeBlock elementType = element.kind() == Kind.TEXT && !Mark.has(field.element(), "Column")
                ? CodeBlock.of("$T.TEXT", LibraryNames.TYPES)
                : element.expression();
        return new ColumnType(
                Kind.ARRAY,
                field.shape().boxed(),
                element.value(),
                CodeBlock.of("$T.arrayOf($L)", LibraryNames.TYPES, elementType),
                false);
    }

    private ColumnType json(MappedField field) {
        TypeName value = field.shape().boxed();
        boolean generic = value instanceof ParameterizedTypeName;
        CodeBlock token = generic
                ? CodeBlock.of("new $T<$T>() {}", LibraryNames.GENERIC_TYPE, value)
                : language.classToken(field);
        return new ColumnType(Kind.JSON, value, null, CodeBlock.of("$T.json($L)", LibraryNames.TYPES, token), true);
    }

    private boolean isEnum(TypeMirror type) {
        TypeElement element = language.element(type);
        return element != null && element.getKind() == ElementKind.ENUM;
    }

    private boolean entity(TypeMirror type) {
        TypeElement element = language.element(type);
        return element != null && Mark.has(element, "Entity");
    }

    private String hint(TypeMirror type) {
        TypeElement element = language.element(type);
        String name = element == null ? "" : element.getQualifiedName().toString();
        if (entity(type)) {
            return "It is an entity: add @ManyToOne or @OneToOne";
        }
        return switch (name) {
            case "java.util.Date", "java.util.Calendar", "java.sql.Timestamp", "java.sql.Date", "java.sql.Time" ->
                "Use a java.time type such as Instant or LocalDate";
            case "java.time.ZonedDateTime" -> "Use Instant or OffsetDateTime: databases keep no zone name";
            case "java.math.BigInteger" -> "Use BigDecimal or Long, or add @Convert(converter = …)";
            case "java.util.Set", "java.util.Collection" ->
                "Use List for an array column, or add @OneToMany or @ManyToMany where the elements are entities";
            case "java.util.Map" -> "Add @Json of io.fluxalchemy.mapping.annotation to keep it as a JSON document";
            case "java.util.Optional" -> "Declare the value itself, and let the getter answer an Optional";
            default -> type instanceof ArrayType ? "Declare it as a List, kept as an array column" : CONVERT;
        };
    }
}
