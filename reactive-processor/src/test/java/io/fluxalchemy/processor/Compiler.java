package io.fluxalchemy.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Runs the processor alone: what it generates is neither compiled nor needs the library. */
final class Compiler {

    private static final String IMPORTS = """
            import jakarta.persistence.*;
            import java.time.*;
            import java.util.*;
            class Shop {
            """;

    private final List<Processor> processors = new ArrayList<>(List.of(new MetamodelProcessor()));
    private final List<String> options = new ArrayList<>(List.of("-proc:only", "-Xmaxerrs", "10000"));

    Compiler with(Processor other) {
        processors.add(other);
        return this;
    }

    Compiler with(String option) {
        options.add(option);
        return this;
    }

    /** The errors for the members of a class, in the order they are reported. */
    List<String> errors(String members) {
        return errors(List.of(members)).get(0);
    }

    /** The errors for the members of several classes, compiled together. */
    List<List<String>> errors(List<String> classes) {
        List<JavaFileObject> files = IntStream.range(0, classes.size())
                .mapToObj(i -> JavaFileObjects.forSourceString(
                        "shop" + i + ".Shop", "package shop" + i + ";\n" + IMPORTS + classes.get(i) + "\n}"))
                .toList();
        Compilation compilation = com.google.testing.compile.Compiler.javac()
                .withProcessors(processors)
                .withOptions(options)
                .compile(files);
        return IntStream.range(0, classes.size())
                .mapToObj(i -> compilation.diagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                        .filter(diagnostic -> diagnostic.getSource() == null
                                || diagnostic.getSource().getName().endsWith("shop" + i + "/Shop.java"))
                        .map(diagnostic -> diagnostic.getMessage(null))
                        .toList())
                .toList();
    }
}
