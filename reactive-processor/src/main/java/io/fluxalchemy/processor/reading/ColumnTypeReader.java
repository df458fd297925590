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

    private static final String WRAPPED = "io.fluxalchemy.mapping.annotation.Wrapped";

    private static final String HSTORE = "io.fluxalchemy.mapping.annotation.Hstore";

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
        if (type == null) {
            return null;
        }
        Mark wrapped = Mark.findExact(field.element(), WRAPPED);
        if (wrapped != null) {
            type = wrapped(field, type, wrapped, problems);
        }
        return type != null && Mark.findExact(field.element(), SENSITIVE) != null ? type.sensitive() : type;
    }

    private static @Nullable ColumnType wrapped(MappedField field, ColumnType type, Mark wrapped, Problems problems) {
        if (type.kind() == Kind.ARRAY || type.kind() == Kind.RANGE) {
            problems.report(
                    field.element(),
                    "@Wrapped writes SQL around one value, and this column holds several",
                    "Remove it, or keep the value as a document with @Json");
            return null;
        }
        String write = wrapped.text("write");
        String read = wrapped.text("read");
        if (write == null || read == null || !write.contains("{0}") || !read.contains("{0}")) {
            problems.report(
                    field.element(),
                    "@Wrapped does not say where the value stands",
                    "Write {0} in both texts, as in write = \"f({0})\", read = \"g({0})\"");
            return null;
        }
        return type.wrapped(wrapped.text("declaredAs"), write, read);
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
        if (Mark.findExact(element, HSTORE) != null) {
            return hstore(field, problems);
        }
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
        if (language.is(type, "io.fluxalchemy.type.Range")) {
            return range(field, problems);
        }
        problems.report(element, "no column type is known for " + Problems.text(type), hint(type));
        return null;
    }

    private @Nullable ColumnType range(MappedField field, Problems problems) {
        var arguments = ((DeclaredType) field.type()).getTypeArguments();
        ColumnType type =
                arguments.isEmpty() ? null : basics.range(field.shape().boxed(), arguments.get(0));
        if (type == null) {
            problems.report(
                    field.element(),
                    "no range type is known for " + Problems.text(field.type()),
                    "There are ranges of Integer, Long, BigDecimal, LocalDate, LocalDateTime and Instant");
        }
        return type;
    }

    private static @Nullable ColumnType hstore(MappedField field, Problems problems) {
        if (!(field.shape().boxed() instanceof ParameterizedTypeName map)
                || !map.toString().equals("java.util.Map<java.lang.String, java.lang.String>")) {
            problems.report(
                    field.element(),
                    "@Hstore is for texts by keys, the field is " + Problems.text(field.type()),
                    "Declare a Map<String, String>, or use @Json for other values");
            return null;
        }
        return ColumnType.of(Kind.HSTORE, map, CodeBlock.of("$T.HSTORE", LibraryNames.TYPES));
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
