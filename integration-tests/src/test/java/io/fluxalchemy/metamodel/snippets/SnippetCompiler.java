package io.fluxalchemy.metamodel.snippets;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.tools.JavaFileObject;

/** Compiles text against the class path of the tests. */
final class SnippetCompiler {

    private SnippetCompiler() {}

    static String resource(String name) throws IOException {
        try (InputStream file = SnippetCompiler.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Compilation compile(String name, String source, String... options) {
        JavaFileObject file = JavaFileObjects.forSourceString("io.fluxalchemy.metamodel.snippets." + name, source);
        return Compiler.javac().withOptions((Object[]) options).compile(file);
    }
}
