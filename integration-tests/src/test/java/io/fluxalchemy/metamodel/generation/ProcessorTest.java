package io.fluxalchemy.metamodel.generation;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.fluxalchemy.processor.MetamodelProcessor;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

class ProcessorTest {

    private static final String SHELF = """
            package shop;
            import jakarta.persistence.*;
            import java.util.*;
            @Entity class Shelf {
                @Id Long id;
                @OneToMany(mappedBy = "shelf") List<Box> boxes;
                Size size;
                @Entity static class Box { @Id Long id; @ManyToOne Shelf shelf; }
                @Embeddable record Size(int width, int height) {}
            }
            """;

    @Test
    void everyClassHasItsTableItsStandInAndItsEntry() {
        Compilation compilation = compile("Shelf", SHELF);

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(written(compilation))
                .containsExactlyInAnyOrder(
                        "Shelf_", "Shelf_Reference", "Shelf_Box_", "Shelf_Box_Reference", "Shelf_Size_");
        assertThat(compilation)
                .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/fluxalchemy/shop.Shelf")
                .contentsAsUtf8String()
                .isEqualTo("shop.Shelf_");
        assertThat(compilation)
                .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/fluxalchemy/shop.Shelf$Box")
                .contentsAsUtf8String()
                .isEqualTo("shop.Shelf_Box_");
    }

    @Test
    void theSuffixIsAnOption() {
        Compilation compilation = compile("Shelf", SHELF, "-Afluxalchemy.suffix=Table");

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(written(compilation)).contains("ShelfTable", "Shelf_BoxTable", "Shelf_SizeTable");
        assertThat(compilation)
                .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/fluxalchemy/shop.Shelf")
                .contentsAsUtf8String()
                .isEqualTo("shop.ShelfTable");
    }

    @Test
    void theSameClassesGiveTheSameText() throws IOException {
        assertThat(text(compile("Shelf", SHELF))).isEqualTo(text(compile("Shelf", SHELF)));
    }

    @Test
    void aLinkTableMayStandInAnotherSchema() throws IOException {
        String source = SHELF.replace(
                "@OneToMany(mappedBy = \"shelf\")", "@OneToMany @JoinTable(schema = \"lib\", name = \"shelved\")");

        assertThat(text(compile("Shelf", source))).contains("new JoinTableModel(new TableName(\"lib\", \"shelved\")");
    }

    @Test
    void generatedClassesSayWhoWroteThem() throws IOException {
        assertThat(text(compile("Shelf", SHELF)))
                .contains("@Generated(\"io.fluxalchemy.processor.MetamodelProcessor\")\npublic final class Shelf_");
    }

    @Test
    void namesThatShadowOthersDoNoHarm() {
        Compilation compilation = compile("Class", """
                package shop;
                import jakarta.persistence.*;
                @Entity class Class {
                    @Id java.lang.Long id;
                    @ManyToOne Object object;
                    Model model;
                    String e;
                    int v;
                    @Entity static class Object { @Id Integer id; UnloadedException unloaded() { return null; } }
                    @Embeddable record Model(@Column(name = "model_v") int v, @Column(name = "model_e") java.util.UUID e) {}
                    static class UnloadedException {}
                }
                """);

        assertThat(compilation).succeededWithoutWarnings();
    }

    private static Compilation compile(String name, String source, String... options) {
        return Compiler.javac()
                .withProcessors(new MetamodelProcessor())
                .withOptions(Stream.concat(Stream.of("-Xlint:all,-processing,-classfile"), Stream.of(options))
                        .toList())
                .compile(JavaFileObjects.forSourceString("shop." + name, source));
    }

    private static List<String> written(Compilation compilation) {
        return compilation.generatedSourceFiles().stream()
                .map(file -> file.getName().replaceAll(".*/(\\w+)\\.java", "$1"))
                .toList();
    }

    private static String text(Compilation compilation) throws IOException {
        StringBuilder text = new StringBuilder();
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            text.append(file.getCharContent(true));
        }
        return text.toString();
    }
}
