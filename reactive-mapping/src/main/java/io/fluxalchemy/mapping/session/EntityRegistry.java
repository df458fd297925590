package io.fluxalchemy.mapping.session;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.model.EntityTable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the generated table of an entity class, once, at start-up. Stateless. */
final class EntityRegistry {

    private static final String PLACE = "META-INF/fluxalchemy/";

    private EntityRegistry() {}

    static List<? extends EntityTable<?, ?>> tables(List<Class<?>> entities) {
        return entities.stream().map(EntityRegistry::table).toList();
    }

    private static EntityTable<?, ?> table(Class<?> entity) {
        String metamodel = read(entity);
        if (metamodel == null) {
            throw new MappingException(missing(entity));
        }
        try {
            Class<?> generated = Class.forName(metamodel, true, entity.getClassLoader());
            return Arrays.stream(generated.getFields())
                    .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == generated)
                    .map(EntityRegistry::value)
                    .findFirst()
                    .orElseThrow(() -> new MappingException(metamodel + " is no metamodel of " + entity.getName()
                            + ": rebuild the module that has it"));
        } catch (ClassNotFoundException e) {
            throw new MappingException(
                    metamodel + ", the metamodel of " + entity.getName()
                            + ", is not on the class path: rebuild the module that has" + " the entity",
                    e);
        }
    }

    private static EntityTable<?, ?> value(Field field) {
        try {
            Object value = field.get(null);
            if (value instanceof EntityTable<?, ?> table) {
                return table;
            }
            throw new MappingException(field + " is no table of an entity");
        } catch (IllegalAccessException e) {
            throw new MappingException(
                    field.getDeclaringClass().getName() + " must be public and, in a named module, exported", e);
        }
    }

    private static @Nullable String read(Class<?> entity) {
        ClassLoader loader =
                entity.getClassLoader() == null ? ClassLoader.getSystemClassLoader() : entity.getClassLoader();
        try (InputStream resource = loader.getResourceAsStream(PLACE + entity.getName())) {
            return resource == null ? null : new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new MappingException(PLACE + entity.getName() + " cannot be read", e);
        }
    }

    private static String missing(Class<?> entity) {
        boolean isEntity = Arrays.stream(entity.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals("jakarta.persistence.Entity"));
        if (!isEntity) {
            return entity.getName() + " is not mapped: annotate it with jakarta.persistence @Entity";
        }
        return entity.getName() + " has no generated metamodel (" + PLACE + entity.getName()
                + " is not on the class path): add"
                + " io.fluxalchemy:reactive-processor to the annotationProcessorPaths of maven-compiler-plugin (Gradle:"
                + " annotationProcessor) in the module that has the entity, and rebuild it";
    }
}
