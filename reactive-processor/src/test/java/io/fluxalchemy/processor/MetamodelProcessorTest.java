package io.fluxalchemy.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

class MetamodelProcessorTest {

    @Test
    void aSuffixThatCannotEndANameIsRefused() {
        assertThat(new Compiler().with("-Afluxalchemy.suffix=-x").errors("@Entity static class Book { @Id Long id; }"))
                .containsExactly("-Afluxalchemy.suffix=-x cannot end a class name."
                        + " Use letters, digits and underscores, such as Table.");
    }

    @Test
    void aTypeThatAnotherProcessorWritesIsWaitedFor() {
        String entity = "@Entity static class Book { @Id Long id; Shade shade; List<Shade> shades; }";

        assertThat(new Compiler().with(new ShadeWriter()).errors(entity)).isEmpty();
    }

    @Test
    void aTypeThatNobodyWritesIsLeftToTheCompiler() {
        assertThat(new Compiler().errors("@Entity static class Book { @Id Long id; Shade shade; }"))
                .noneMatch(error -> error.contains("no column type"));
    }

    @Test
    void aMistakeInOneEntityDoesNotHideThatOfAnother() {
        assertThat(new Compiler().errors("@Entity static class Book {} @Entity static class Page {}"))
                .containsExactly(
                        "Book: it has no id. Annotate the field of its primary key with @Id.",
                        "Page: it has no id. Annotate the field of its primary key with @Id.");
    }

    @Test
    void severalMistakesOfOneEntityAreToldTogether() {
        assertThat(new Compiler().errors("@Entity static class Book { @Lob String a; final int b = 1; Thread c; }"))
                .hasSize(4);
    }

    @Test
    void buildToolsFindTheProcessorAndMayCompileIncrementally() {
        assertThat(resource("/META-INF/services/javax.annotation.processing.Processor"))
                .isEqualTo(MetamodelProcessor.class.getName());
        assertThat(resource("/META-INF/gradle/incremental.annotation.processors"))
                .isEqualTo(MetamodelProcessor.class.getName() + ",isolating");
    }

    private static String resource(String name) {
        try (InputStream file = MetamodelProcessor.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an enum in the round in which the entity is seen first. */
    @SupportedAnnotationTypes("*")
    private static final class ShadeWriter extends AbstractProcessor {

        private boolean isWritten;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!isWritten) {
                isWritten = true;
                try (Writer file =
                        processingEnv.getFiler().createSourceFile("shop0.Shade").openWriter()) {
                    file.write("package shop0; enum Shade { LIGHT, DARK }");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
