package io.fluxalchemy.benchmarks.workload;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path to start a further JVM with. Started by Maven, the classes are not those of the JVM's own class path. */
public final class OwnClassPath {

    private OwnClassPath() {}

    public static String text() {
        return OwnClassPath.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(OwnClassPath::file).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static String file(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
