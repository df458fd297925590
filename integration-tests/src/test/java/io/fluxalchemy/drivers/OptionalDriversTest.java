package io.fluxalchemy.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drivers are optional: an engine needs the driver of its own database and no other. No engine connects here. */
class OptionalDriversTest {

    private static final List<String> DRIVERS =
            List.of("io.r2dbc.postgresql.", "io.r2dbc.h2.", "org.h2.", "org.mariadb.", "io.asyncer.");

    @ParameterizedTest
    @CsvSource({
        "io.r2dbc.postgresql., r2dbc:postgresql://app@localhost/shop",
        "io.r2dbc.h2. org.h2., r2dbc:h2:mem:///shop",
        "org.mariadb., r2dbc:mariadb://app@localhost/shop",
        "io.asyncer., r2dbc:mysql://app@localhost/shop"
    })
    void anEngineNeedsItsOwnDriverOnly(String own, String url) throws Exception {
        assertThat(create(List.of(own.split(" ")), url)).hasToString("engine");
    }

    private static Object create(List<String> present, String url) throws Exception {
        ClassLoader loader = new DriverlessLoader(
                DRIVERS.stream().filter(driver -> !present.contains(driver)).toList());
        try {
            Object engine = loader.loadClass(AsyncEngine.class.getName())
                    .getMethod("create", String.class)
                    .invoke(null, url);
            return engine == null ? "nothing" : "engine";
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Sees everything but some drivers, and defines the library's classes anew, so that they see no more than it does. */
    private static final class DriverlessLoader extends ClassLoader {

        private final List<String> hidden;

        DriverlessLoader(List<String> hidden) {
            super(OptionalDriversTest.class.getClassLoader());
            this.hidden = hidden;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (hidden.stream().anyMatch(name::startsWith)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.fluxalchemy.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = file.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
