package io.fluxalchemy.metamodel.generation;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.fluxalchemy.processor.MetamodelProcessor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for entities that extend entities. */
class HierarchyGenerationTest {

    private static final String ROOT = "package shop; import jakarta.persistence.*; @Entity %s public class Media {"
            + " @Id Long id; @ManyToOne Media next; }";

    private static final String BOOK =
            "package shop; import jakarta.persistence.*; @Entity public class Book extends Media { int pages; }";

    @TempDir
    Path classes;

    @Test
    void anEntityAloneHasNoDiscriminator() throws IOException {
        assertThat(source(compile(List.of(), "Media", ROOT.formatted("")), "Media_"))
                .doesNotContain("discriminat");
    }

    @Test
    void aRootCompiledWithItsSubclassNeedsNoAnnotation() throws IOException {
        Compilation both = compile(List.of(), "Media", ROOT.formatted(""), "Book", BOOK);

        assertThat(both).succeededWithoutWarnings();
        assertThat(source(both, "Media_"))
                .contains(".discriminator(\"dtype\", Types.varchar(31))")
                .contains(".discriminatedBy(\"Media\")");
    }

    @Test
    void aRootCompiledBeforeItsSubclassMustSayInheritance() throws IOException {
        keep(compile(List.of(), "Media", ROOT.formatted("")));

        assertThat(compile(List.of(classes.toFile()), "Book", BOOK).errors())
                .extracting(error -> error.getMessage(null))
                .containsExactly(
                        "Book: it extends the entity Media, and Media was compiled without it and does not say that its"
                                + " table is shared. Annotate Media with @Inheritance and compile it again.");
    }

    @Test
    void aRootThatSaysInheritanceIsExtendedFromAnywhere() throws IOException {
        keep(compile(List.of(), "Media", ROOT.formatted("@Inheritance")));

        assertThat(compile(List.of(classes.toFile()), "Book", BOOK)).succeededWithoutWarnings();
    }

    private static Compilation compile(List<File> before, String... namesAndSources) {
        List<JavaFileObject> files = new ArrayList<>();
        for (int i = 0; i < namesAndSources.length; i += 2) {
            files.add(JavaFileObjects.forSourceString("shop." + namesAndSources[i], namesAndSources[i + 1]));
        }
        List<File> path = new ArrayList<>(before);
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .forEach(path::add);
        return Compiler.javac()
                .withProcessors(new MetamodelProcessor())
                .withClasspath(path)
                .withOptions("-Xlint:all,-processing,-classfile")
                .compile(files);
    }

    private void keep(Compilation compilation) throws IOException {
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                Path target = classes.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
                Files.createDirectories(target.getParent());
                try (InputStream content = file.openInputStream()) {
                    Files.copy(content, target);
                }
            }
        }
    }

    private static String source(Compilation compilation, String name) throws IOException {
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            if (file.getName().endsWith("/" + name + ".java")) {
                return file.getCharContent(true).toString();
            }
        }
        throw new AssertionError(name + " was not written: " + compilation.diagnostics());
    }
}
