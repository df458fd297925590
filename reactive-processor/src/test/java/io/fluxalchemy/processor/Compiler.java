package io.fluxalchemy.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Runs the processor alone: what it generates is neither compiled nor needs the library. */
final class Compiler {

    private static final String HEAD = """
            package shop;
            import jakarta.persistence.*;
            import java.time.*;
            import java.util.*;
            class Shop {
            """;

    private Compiler() {}

    /** The errors for the members of a class, in the order they are reported. */
    static List<String> errors(String members, String... options) {
        return process(HEAD + members + "\n}", options).diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .filter(diagnostic -> diagnostic.getSource() == null
                        || diagnostic.getSource().getName().endsWith("/Shop.java"))
                .map(diagnostic -> diagnostic.getMessage(null))
                .toList();
    }

    /** The compilation of a whole file {@code shop.Shop}. */
    static Compilation process(String source, String... options) {
        JavaFileObject file = JavaFileObjects.forSourceString("shop.Shop", source);
        Stream<String> all = Stream.concat(Stream.of("-proc:only"), Stream.of(options));
        return com.google.testing.compile.Compiler.javac()
                .withProcessors(new MetamodelProcessor())
                .withOptions(all.toList())
                .compile(file);
    }
}
