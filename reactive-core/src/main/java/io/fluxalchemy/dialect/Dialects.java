package io.fluxalchemy.dialect;

import io.fluxalchemy.error.StatementException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The dialects on the class path. */
public final class Dialects {

    private Dialects() {}

    /** Every dialect found, each time anew; in the order of the class path. */
    public static List<Dialect> all() {
        return ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * The dialect of this name.
     *
     * @throws StatementException if there is none; the message lists those found
     */
    public static Dialect byName(String name) {
        List<Dialect> all = all();
        return all.stream()
                .filter(dialect -> dialect.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new StatementException(
                                "no dialect is named '" + name + "': found "
                                        + all.stream().map(Dialect::name).collect(Collectors.joining(", ", "[", "]"))
                                        + "; reactive-dialects on the class path brings postgresql, h2, mariadb, mysql, sqlserver and oracle"));
    }
}
