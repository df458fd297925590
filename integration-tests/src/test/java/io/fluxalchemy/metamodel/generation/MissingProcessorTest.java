package io.fluxalchemy.metamodel.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.processor.MetamodelProcessor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** An entity whose module was compiled without the processor is refused at start-up, with the sentence that fixes it. */
class MissingProcessorTest {

    private static final String SHELF = """
            package shop;
            import jakarta.persistence.*;
            @Entity public class Shelf { @Id Long id; }
            """;

    private final AsyncEngine engine = AsyncEngine.create("r2dbc:h2:mem:///unused");

    @Test
    void withoutTheProcessorTheSentenceNamesIt() throws Exception {
        Class<?> shelf = load(Compiler.javac().withOptions("-proc:none"), SHELF);

        assertThatThrownBy(() -> AsyncSessionFactory.of(engine, shelf))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll("shop.Shelf", "io.fluxalchemy:reactive-processor", "annotationProcessorPaths");
    }

    @Test
    void withTheProcessorTheFactoryIsMade() throws Exception {
        Class<?> shelf = load(Compiler.javac().withProcessors(new MetamodelProcessor()), SHELF);

        assertThat(AsyncSessionFactory.of(engine, shelf)).isNotNull();
    }

    @Test
    void anyOtherSuffixIsFoundToo() throws Exception {
        Class<?> shelf = load(
                Compiler.javac().withProcessors(new MetamodelProcessor()).withOptions("-Afluxalchemy.suffix=Table"),
                SHELF);

        assertThat(AsyncSessionFactory.of(engine, shelf)).isNotNull();
    }

    @Test
    void aClassThatIsNoEntityIsToldApart() throws Exception {
        Class<?> shelf = load(Compiler.javac(), "package shop; public class Shelf {}");

        assertThatThrownBy(() -> AsyncSessionFactory.of(engine, shelf))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll("shop.Shelf", "@Entity")
                .hasMessageNotContaining("reactive-processor");
    }

    private static Class<?> load(Compiler compiler, String source) throws IOException, ClassNotFoundException {
        Compilation compilation = compiler.compile(JavaFileObjects.forSourceString("shop.Shelf", source));
        Map<String, byte[]> files = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            try (InputStream content = file.openInputStream()) {
                files.put(file.toUri().getPath().replaceFirst("^/CLASS_OUTPUT/", ""), content.readAllBytes());
            }
        }
        return new FilesLoader(files).loadClass("shop.Shelf");
    }

    /** Loads what was compiled in memory. */
    private static final class FilesLoader extends ClassLoader {

        private final Map<String, byte[]> files;

        FilesLoader(Map<String, byte[]> files) {
            super(MissingProcessorTest.class.getClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = files.get(name.replace('.', '/') + ".class");
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            byte[] content = files.get(name);
            return content == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(content);
        }
    }
}
