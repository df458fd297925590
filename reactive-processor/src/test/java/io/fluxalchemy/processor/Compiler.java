package io.fluxalchemy.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;

/** Runs the processor alone: what it generates is neither compiled nor needs the library. */
final class Compiler {

    private static final String HEAD = """
            package shop;
            import jakarta.persistence.*;
            import java.time.*;
            import java.util.*;
            class Shop {
            """;

    private final List<Processor> processors = new ArrayList<>(List.of(new MetamodelProcessor()));
    private final List<String> options = new ArrayList<>(List.of("-proc:only"));

    /** The errors for the members of a class, in the order they are reported. */
    static List<String> errors(String members) {
        return new Compiler().errorsOf(members);
    }

    Compiler with(Processor other) {
        processors.add(other);
        return this;
    }

    Compiler with(String option) {
        options.add(option);
        return this;
    }

    List<String> errorsOf(String members) {
        Compilation compilation = com.google.testing.compile.Compiler.javac()
                .withProcessors(processors)
                .withOptions(options)
                .compile(JavaFileObjects.forSourceString("shop.Shop", HEAD + members + "\n}"));
        Stream<String> errors = compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .filter(diagnostic -> diagnostic.getSource() == null
                        || diagnostic.getSource().getName().endsWith("/Shop.java"))
                .map(diagnostic -> diagnostic.getMessage(null));
        return errors.toList();
    }
}
