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
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The types that one column keeps as they are: which Java class is which column. */
final class BasicTypes {

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

    /** The types that keep some digits of the second. */
    private static final Map<String, String> CUTTING_TIMES = Map.of(
            "java.time.LocalTime", "time",
            "java.time.LocalDateTime", "localTimestamp",
            "java.time.Instant", "timestamp",
            "java.time.OffsetDateTime", "offsetTimestamp");

    /** What there are ranges of. */
    private static final Map<String, String> RANGES = Map.of(
            "java.lang.Integer", "INTEGER",
            "java.lang.Long", "BIGINT",
            "java.math.BigDecimal", "NUMERIC",
            "java.time.LocalDate", "DATE",
            "java.time.LocalDateTime", "LOCAL_TIMESTAMP",
            "java.time.Instant", "TIMESTAMP");

    private final Language language;

    BasicTypes(Language language) {
        this.language = language;
    }

    /** The column type of one basic value; null if the type is not basic. */
    @Nullable
    ColumnType of(TypeMirror declared, Element field) {
        TypeMirror type = language.boxed(declared);
        TypeName value = TypeName.get(type).withoutAnnotations();
        if (type instanceof ArrayType array) {
            return array.getComponentType().getKind() == TypeKind.BYTE ? plain(Kind.VALUE, value, "BYTES") : null;
        }
        TypeElement element = language.element(type);
        if (element == null) {
            return null;
        }
        String name = element.getQualifiedName().toString();
        if (NUMBERS.containsKey(name)) {
            return plain(Kind.NUMERIC, value, NUMBERS.get(name));
        }
        if (TIMES.containsKey(name)) {
            return ColumnType.of(Kind.TEMPORAL, value, time(name, field));
        }
        return switch (name) {
            case "java.lang.String" -> ColumnType.of(Kind.TEXT, value, text(field));
            case "java.lang.Boolean" -> plain(Kind.BOOLEAN, value, "BOOLEAN");
            case "java.math.BigDecimal" -> ColumnType.of(Kind.NUMERIC, value, numeric(field));
            case "java.util.UUID" -> plain(Kind.VALUE, value, "UUID");
            case "io.fluxalchemy.type.Interval" -> plain(Kind.VALUE, value, "INTERVAL");
            case "io.fluxalchemy.type.Inet" -> plain(Kind.INET, value, "INET");
            case "io.fluxalchemy.type.Bits" -> ColumnType.of(Kind.VALUE, value, bits(field));
            default -> element.getKind() == ElementKind.ENUM ? enumeration(value, field) : null;
        };
    }

    private static ColumnType plain(Kind kind, TypeName value, String constant) {
        return ColumnType.of(kind, value, CodeBlock.of("$T.$L", LibraryNames.TYPES, constant));
    }

    private static CodeBlock bits(Element field) {
        Mark column = Mark.find(field, "Column");
        int length = column == null ? DEFAULT_LENGTH : column.number("length", DEFAULT_LENGTH);
        return CodeBlock.of("$T.varbit($L)", LibraryNames.TYPES, length);
    }

    /** The type of ranges of these values; null if there are none. */
    @Nullable
    ColumnType range(TypeName range, TypeMirror element) {
        TypeElement bound = language.element(element);
        String constant =
                bound == null ? null : RANGES.get(bound.getQualifiedName().toString());
        return constant == null
                ? null
                : new ColumnType(
                        Kind.RANGE,
                        range,
                        TypeName.get(element).withoutAnnotations(),
                        CodeBlock.of("$T.rangeOf($T.$L)", LibraryNames.TYPES, LibraryNames.TYPES, constant),
                        false);
    }

    private static CodeBlock text(Element field) {
        Mark column = Mark.find(field, "Column");
        int length = column == null ? DEFAULT_LENGTH : column.number("length", DEFAULT_LENGTH);
        return length > LONGEST_VARCHAR
                ? CodeBlock.of("$T.TEXT", LibraryNames.TYPES)
                : CodeBlock.of("$T.varchar($L)", LibraryNames.TYPES, length);
    }

    /** Digits are refused elsewhere where the type has none: see {@link BasicReader}. */
    private static CodeBlock time(String name, Element field) {
        Mark column = Mark.find(field, "Column");
        int digits = column == null ? -1 : column.number("secondPrecision", -1);
        String cutting = CUTTING_TIMES.get(name);
        return digits < 0 || cutting == null
                ? CodeBlock.of("$T.$L", LibraryNames.TYPES, TIMES.get(name))
                : CodeBlock.of("$T.$L($L)", LibraryNames.TYPES, cutting, digits);
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
}
