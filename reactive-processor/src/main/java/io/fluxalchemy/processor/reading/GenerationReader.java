package io.fluxalchemy.processor.reading;

import com.palantir.javapoet.CodeBlock;
import io.fluxalchemy.processor.shape.LibraryNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** How the id gets its value: from {@code @GeneratedValue} to the code of a {@code Generation}. */
final class GenerationReader {

    private static final Set<String> INTEGERS = Set.of("java.lang.Short", "java.lang.Integer", "java.lang.Long");

    /** What {@code @SequenceGenerator} says where it says nothing. */
    private static final int ALLOCATION = 50;

    private final Language language;

    GenerationReader(Language language) {
        this.language = language;
    }

    /** The code that makes the generation; null where the program assigns the id. */
    @Nullable
    CodeBlock read(MappedField id, TypeElement entity, String table, Problems problems) {
        Mark generated = Mark.find(id.element(), "GeneratedValue");
        if (generated == null) {
            return null;
        }
        boolean integer = counts(language, id.type());
        boolean uuid = language.is(id.type(), "java.util.UUID");
        return switch (generated.constant("strategy", "AUTO")) {
            case "AUTO" -> uuid ? uuid(id, true, problems) : identity(id, integer, problems);
            case "IDENTITY" -> identity(id, integer, problems);
            case "UUID" -> uuid(id, uuid, problems);
            case "SEQUENCE" -> sequence(id, integer, generated, entity, table, problems);
            default -> {
                problems.report(
                        id.element(),
                        "@GeneratedValue(strategy = TABLE) is not mapped",
                        "Use IDENTITY, SEQUENCE or UUID");
                yield null;
            }
        };
    }

    private static @Nullable CodeBlock identity(MappedField id, boolean integer, Problems problems) {
        return integer
                ? CodeBlock.of("new $T.Identity()", LibraryNames.GENERATION)
                : refuse(
                        id,
                        "IDENTITY counts up, the id is " + Problems.text(id.type()),
                        "Make the id a Long or Integer",
                        problems);
    }

    private static @Nullable CodeBlock uuid(MappedField id, boolean uuid, Problems problems) {
        return uuid
                ? CodeBlock.of("new $T.RandomUuid()", LibraryNames.GENERATION)
                : refuse(
                        id,
                        "UUID makes a java.util.UUID, the id is " + Problems.text(id.type()),
                        "Make the id a UUID",
                        problems);
    }

    private @Nullable CodeBlock sequence(
            MappedField id, boolean integer, Mark generated, TypeElement entity, String table, Problems problems) {
        if (!integer) {
            return refuse(
                    id,
                    "SEQUENCE counts up, the id is " + Problems.text(id.type()),
                    "Make the id a Long or Integer",
                    problems);
        }
        String wanted = generated.text("generator");
        Mark generator =
                generator(wanted, List.of(id.element(), entity, id.element().getEnclosingElement()));
        if (generator == null && wanted != null) {
            return refuse(
                    id,
                    "no @SequenceGenerator is named " + wanted,
                    "Add @SequenceGenerator(name = \"" + wanted + "\", sequenceName = \"…\") to the field or the class",
                    problems);
        }
        if (generator == null) {
            return code(table + "_seq", 1, ALLOCATION);
        }
        int allocation = generator.number("allocationSize", ALLOCATION);
        if (allocation < 1) {
            return refuse(id, "allocationSize is " + allocation, "Reserve at least one value", problems);
        }
        String sequence = generator.text("sequenceName");
        String name = sequence != null ? sequence : wanted != null ? wanted : table + "_seq";
        String schema = generator.text("schema");
        return code(schema == null ? name : schema + "." + name, generator.number("initialValue", 1), allocation);
    }

    private static CodeBlock code(String name, int start, int allocation) {
        return CodeBlock.of("new $T.Sequence($S, $LL, $L)", LibraryNames.GENERATION, name, start, allocation);
    }

    private static @Nullable Mark generator(@Nullable String wanted, List<? extends Element> places) {
        for (Element place : places) {
            for (Mark candidate : generators(place)) {
                String name = candidate.text("name");
                if (wanted == null || name == null || name.equals(wanted)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    private static List<Mark> generators(Element place) {
        List<Mark> result = new ArrayList<>();
        Mark one = Mark.find(place, "SequenceGenerator");
        if (one != null) {
            result.add(one);
        }
        Mark many = Mark.find(place, "SequenceGenerators");
        if (many != null) {
            result.addAll(many.marks("value"));
        }
        return result;
    }

    private static @Nullable CodeBlock refuse(MappedField id, String what, String fix, Problems problems) {
        problems.report(id.element(), what, fix);
        return null;
    }

    /** Whether the type counts up: a short, int or long, or its wrapper. */
    static boolean counts(Language language, TypeMirror type) {
        return switch (type.getKind()) {
            case SHORT, INT, LONG -> true;
            default -> INTEGERS.stream().anyMatch(name -> language.is(type, name));
        };
    }
}
