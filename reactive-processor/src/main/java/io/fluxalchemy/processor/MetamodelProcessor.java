package io.fluxalchemy.processor;

import com.palantir.javapoet.JavaFile;
import io.fluxalchemy.processor.reading.EmbeddableReader;
import io.fluxalchemy.processor.reading.EntityReader;
import io.fluxalchemy.processor.reading.Hierarchies;
import io.fluxalchemy.processor.reading.Language;
import io.fluxalchemy.processor.reading.Problems;
import io.fluxalchemy.processor.shape.EmbeddableShape;
import io.fluxalchemy.processor.shape.EntityShape;
import io.fluxalchemy.processor.writing.EmbeddableWriter;
import io.fluxalchemy.processor.writing.MetamodelWriter;
import io.fluxalchemy.processor.writing.ReferenceWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Writes for each class annotated with {@code @Entity} the typed table ({@code Author_}), the stand-in for an unloaded instance
 * ({@code Author_Reference}) and the entry by which sessions find the table; for each {@code @Embeddable} its columns.
 *
 * <p>Every file has one originating class, so build tools may compile incrementally. The option {@code fluxalchemy.suffix}
 * replaces the underscore, for projects in which another metamodel has that name.
 */
@SupportedAnnotationTypes({"jakarta.persistence.Entity", "jakarta.persistence.Embeddable"})
@SupportedOptions(MetamodelProcessor.SUFFIX)
public final class MetamodelProcessor extends AbstractProcessor {

    static final String SUFFIX = "fluxalchemy.suffix";

    /** Where sessions look for the table of an entity: a resource named by the entity's binary name. */
    private static final String REGISTRY = "META-INF/fluxalchemy/";

    /** Names of classes with a field whose type does not exist yet. */
    private final Set<String> waiting = new LinkedHashSet<>();

    private final Hierarchies hierarchies = new Hierarchies();

    private @Nullable Language language;
    private @Nullable EntityReader entities;
    private @Nullable EmbeddableReader embeddables;

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        String suffix = environment.getOptions().getOrDefault(SUFFIX, "_");
        if (!SourceVersion.isIdentifier("X" + suffix) || suffix.isEmpty()) {
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "-A" + SUFFIX + "=" + suffix
                                    + " cannot end a class name. Use letters, digits and underscores, such as Table.");
            suffix = "_";
        }
        language = new Language(environment, suffix);
        entities = new EntityReader(language, hierarchies);
        embeddables = new EmbeddableReader(language);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver()) {
            return false; // the compiler reports the types that classes still wait for
        }
        Set<TypeElement> mapped = new LinkedHashSet<>();
        waiting.forEach(name -> mapped.add(processingEnv.getElementUtils().getTypeElement(name)));
        waiting.clear();
        for (TypeElement annotation : annotations) {
            round.getElementsAnnotatedWith(annotation).forEach(element -> mapped.add((TypeElement) element));
        }
        mapped.stream().filter(type -> is(type, "Entity")).forEach(hierarchies::meet);
        for (TypeElement type : mapped) {
            if (language != null && !language.complete(type)) {
                waiting.add(type.getQualifiedName().toString());
            } else if (is(type, "Entity")) {
                entity(type);
            } else {
                embeddable(type);
            }
        }
        return false;
    }

    private static boolean is(TypeElement type, String annotation) {
        return type.getAnnotationMirrors().stream()
                .anyMatch(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals("jakarta.persistence." + annotation));
    }

    private void entity(TypeElement type) {
        Problems problems = new Problems();
        EntityShape shape = entities == null ? null : entities.read(type, problems);
        problems.printTo(processingEnv.getMessager(), type);
        if (shape == null) {
            return;
        }
        write(MetamodelWriter.write(shape), type);
        if (shape.reference() != null) {
            write(ReferenceWriter.write(shape, shape.reference()), type);
        }
        register(shape);
    }

    private void embeddable(TypeElement type) {
        if (embeddables == null) {
            return;
        }
        Problems problems = new Problems();
        EmbeddableShape shape = embeddables.read(type, problems);
        problems.printTo(processingEnv.getMessager(), type);
        if (!problems.any()) {
            write(EmbeddableWriter.write(shape), type);
        }
    }

    private void write(JavaFile file, TypeElement type) {
        Filer filer = processingEnv.getFiler();
        try {
            file.writeTo(filer);
        } catch (IOException e) {
            failed(type, file.typeSpec().name(), e);
        }
    }

    private void register(EntityShape shape) {
        String binaryName =
                processingEnv.getElementUtils().getBinaryName(shape.element()).toString();
        try (Writer writer = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", REGISTRY + binaryName, shape.element())
                .openWriter()) {
            writer.write(shape.name().metamodel().reflectionName());
        } catch (IOException e) {
            failed(shape.element(), REGISTRY + binaryName, e);
        }
    }

    private void failed(TypeElement type, String file, IOException e) {
        processingEnv
                .getMessager()
                .printMessage(
                        Diagnostic.Kind.ERROR,
                        type.getSimpleName() + ": " + file + " cannot be written: " + e.getMessage()
                                + ". If another processor writes this name, set -A" + SUFFIX + "=….",
                        type);
    }
}
