package io.fluxalchemy.processor.reading;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.fluxalchemy.processor.shape.ColumnType;
import io.fluxalchemy.processor.shape.ColumnType.Kind;
import io.fluxalchemy.processor.shape.LibraryNames;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** From the type of a field and its annotations to the type of its column. */
final class ColumnTypeReader {

    private static final String JSON = "io.fluxalchemy.mapping.annotation.Json";

    /** The longest {@code varchar} that every supported database keeps; longer text becomes a text column. */
    private static final int LONGEST_VARCHAR = 16_383;

    private static final int DEFAULT_LENGTH = 255;

    private static final Map<String, String> NUMBERS = Map.of(
            "java.lang.Short", "SMALLINT",
            "java.lang.Integer", "INTEGER",
            "java.lang.Long", "BIGINT",
            "java.lang.Float", "REAL",
            "java.lang.Double", "DOUBLE");

    private static final Map<String, String> TIMES = Map.of(
            "java.time.LocalDate", "DATE",
            "java.time.LocalTime", "TIME",
            "java.time.LocalDateTime", "LOCAL_TIMESTAMP",
            "java.time.Instant", "TIMESTAMP",
            "java.time.OffsetDateTime", "OFFSET_TIMESTAMP");

    private static final String CONVERT =
            "Add @Convert(converter = …) with an AttributeConverter to a type that has one";

    private final Language language;

    ColumnTypeReader(Language language) {
        this.language = language;
    }

    /** The column type of a field; null if it has none, which has been reported. */
    @Nullable
    ColumnType read(MappedField field, Problems problems) {
        VariableElement element = field.element();
        Mark convert = Mark.find(element, "Convert");
        if (convert != null) {
            return converted(field, convert, problems);
        }
        if (Mark.findExact(element, JSON) != null) {
            return json(field);
        }
        TypeMirror type = field.type();
        if (Mark.has(element, "Enumerated") && !isEnum(type)) {
            problems.report(element, "@Enumerated is for enums, the field is " + type, "Remove it");
            return null;
        }
        ColumnType basic = basic(type, element);
        if (basic != null) {
            return basic;
        }
        if (language.is(type, "java.util.List")) {
            return array(field, problems);
        }
        problems.report(element, "no column type is known for " + type, hint(type));
        return null;
    }

    /** The column type of one basic value; null if the type is not basic. */
    private @Nullable ColumnType basic(TypeMirror declared, Element field) {
        TypeMirror type = declared.getKind().isPrimitive()
                ? language.types
                        .boxedClass(language.types.getPrimitiveType(declared.getKind()))
                        .asType()
                : declared;
        TypeName value = TypeName.get(type).withoutAnnotations();
        if (type instanceof ArrayType array) {
            return array.getComponentType().getKind() == TypeKind.BYTE ? of(Kind.VALUE, value, "BYTES") : null;
        }
        TypeElement element = language.element(type);
        if (element == null) {
            return null;
        }
        String name = element.getQualifiedName().toString();
        if (NUMBERS.containsKey(name)) {
            return of(Kind.NUMERIC, value, NUMBERS.get(name));
        }
        if (TIMES.containsKey(name)) {
            return of(Kind.TEMPORAL, value, TIMES.get(name));
        }
        return switch (name) {
            case "java.lang.String" -> ColumnType.of(Kind.TEXT, value, text(field));
            case "java.lang.Boolean" -> of(Kind.BOOLEAN, value, "BOOLEAN");
            case "java.math.BigDecimal" -> ColumnType.of(Kind.NUMERIC, value, numeric(field));
            case "java.util.UUID" -> of(Kind.VALUE, value, "UUID");
            default -> element.getKind() == ElementKind.ENUM ? enumeration(value, field) : null;
        };
    }

    private static ColumnType of(Kind kind, TypeName value, String constant) {
        return ColumnType.of(kind, value, CodeBlock.of("$T.$L", LibraryNames.TYPES, constant));
    }

    private static CodeBlock text(Element field) {
        Mark column = Mark.find(field, "Column");
        int length = column == null ? DEFAULT_LENGTH : column.number("length", DEFAULT_LENGTH);
        return length > LONGEST_VARCHAR
                ? CodeBlock.of("$T.TEXT", LibraryNames.TYPES)
                : CodeBlock.of("$T.varchar($L)", LibraryNames.TYPES, length);
    }

    private static CodeBlock numeric(Element field) {
        Mark column = Mark.find(field, "Column");
        int precision = column == null ? 0 : column.number("precision", 0);
        return precision == 0
                ? CodeBlock.of("$T.NUMERIC", LibraryNames.TYPES)
                : CodeBlock.of(
                        "$T.numeric($L, $L)",
                        LibraryNames.TYPES,
                        precision,
                        column == null ? 0 : column.number("scale", 0));
    }

    private static ColumnType enumeration(TypeName value, Element field) {
        Mark enumerated = Mark.find(field, "Enumerated");
        boolean ordinal =
                enumerated != null && enumerated.constant("value", "ORDINAL").equals("ORDINAL");
        String factory = ordinal ? "enumOrdinal" : "enumOf";
        return ColumnType.of(Kind.VALUE, value, CodeBlock.of("$T.$L($T.class)", LibraryNames.TYPES, factory, value));
    }

    private @Nullable ColumnType array(MappedField field, Problems problems) {
        var arguments = ((DeclaredType) field.type()).getTypeArguments();
        if (arguments.isEmpty() || arguments.get(0) instanceof WildcardType) {
            problems.report(
                    field.element(),
                    "the element type of " + field.type() + " is not said",
                    "Write it: List<String> for an array column, List<AnEntity> with @OneToMany for a relation");
            return null;
        }
        ColumnType element = basic(arguments.get(0), field.element());
        if (element == null || element.kind() == Kind.VALUE && arguments.get(0) instanceof ArrayType) {
            problems.report(field.element(), "no column type is known for " + field.type(), hint(arguments.get(0)));
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
        return new ColumnType(
                Kind.JSON, value, null, CodeBlock.of("$T.json($L)", LibraryNames.TYPES, classOf(field)), true);
    }

    private @Nullable ColumnType converted(MappedField field, Mark convert, Problems problems) {
        TypeMirror converter = convert.type("converter");
        TypeElement converterElement = converter == null ? null : language.element(converter);
        DeclaredType contract =
                converter == null ? null : language.supertype(converter, Mark.PERSISTENCE + "AttributeConverter");
        if (converterElement == null
                || contract == null
                || contract.getTypeArguments().size() != 2) {
            problems.report(
                    field.element(),
                    "@Convert names no converter",
                    "Name a class that implements AttributeConverter<"
                            + field.shape().boxed() + ", …>: @Convert(converter = …)");
            return null;
        }
        if (!constructible(converterElement, field)) {
            problems.report(
                    field.element(),
                    "the converter " + converterElement.getSimpleName() + " cannot be made",
                    "Make it a visible, concrete, static class with a no-argument constructor");
            return null;
        }
        TypeMirror accepted = contract.getTypeArguments().get(0);
        TypeMirror stored = contract.getTypeArguments().get(1);
        if (!language.types.isSameType(boxed(field.type()), accepted)) {
            problems.report(
                    field.element(),
                    "the converter " + converterElement.getSimpleName() + " converts " + accepted + ", the field is "
                            + field.type(),
                    "Name a converter for the field's type");
            return null;
        }
        ColumnType storage = basic(stored, field.element());
        if (storage == null) {
            problems.report(
                    field.element(),
                    "the converter " + converterElement.getSimpleName() + " converts to " + stored
                            + ", which has no column type",
                    "Convert to a basic type such as String, Integer or LocalDate");
            return null;
        }
        CodeBlock made = CodeBlock.of(
                "converted($L, $L, new $T())", storage.expression(), classOf(field), TypeName.get(converter));
        return new ColumnType(Kind.VALUE, field.shape().boxed(), null, made, true);
    }

    private boolean constructible(TypeElement converter, MappedField field) {
        boolean concrete = converter.getKind() == ElementKind.CLASS
                && !converter.getModifiers().contains(javax.lang.model.element.Modifier.ABSTRACT);
        boolean free = !converter.getNestingKind().isNested()
                || converter.getModifiers().contains(javax.lang.model.element.Modifier.STATIC);
        return concrete
                && free
                && language.nameable(converter, field.element())
                && ElementFilter.constructorsIn(converter.getEnclosedElements()).stream()
                        .anyMatch(c -> c.getParameters().isEmpty()
                                && !c.getModifiers().contains(javax.lang.model.element.Modifier.PRIVATE));
    }

    /** The class token of the field's values, by way of a cast where the type has parameters. */
    private CodeBlock classOf(MappedField field) {
        TypeMirror type = boxed(field.type());
        TypeName raw = TypeName.get(language.types.erasure(type)).withoutAnnotations();
        boolean generic = type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty();
        return generic
                ? CodeBlock.of(
                        "($T<$T>) ($T<?>) $T.class", Class.class, field.shape().boxed(), Class.class, raw)
                : CodeBlock.of("$T.class", raw);
    }

    private TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? language.types
                        .boxedClass(language.types.getPrimitiveType(type.getKind()))
                        .asType()
                : type;
    }

    private boolean isEnum(TypeMirror type) {
        TypeElement element = language.element(type);
        return element != null && element.getKind() == ElementKind.ENUM;
    }

    private String hint(TypeMirror type) {
        TypeElement element = language.element(type);
        String name = element == null ? "" : element.getQualifiedName().toString();
        if (element != null && Mark.has(element, "Entity")) {
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
