package io.fluxalchemy.engine.driver;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The least version of a library that is free of a fault this one cannot work around.
 *
 * @param artifact as a build names it
 * @param least the first version without the fault
 * @param fault what the older ones do
 */
public record VersionFloor(String artifact, String least, String fault) {

    private static final int PARTS = 3;

    /** What to say of the version found; nothing where it is new enough or cannot be told. */
    public Optional<String> warning(@Nullable String found) {
        int[] has = numbers(found);
        int[] needs = numbers(least);
        for (int i = 0; i < PARTS; i++) {
            if (has.length == 0 || has[i] > needs[i]) {
                return Optional.empty();
            }
            if (has[i] < needs[i]) {
                return Optional.of(artifact + " " + found + " " + fault + ": use " + least + " or newer");
            }
        }
        return Optional.empty();
    }

    /** As {@link #warning(String)}, of the version in the manifest of a class's jar. */
    public Optional<String> warning(Class<?> loaded) {
        Package its = loaded.getPackage();
        return warning(its == null ? null : its.getImplementationVersion());
    }

    /** The first three numbers; none where the text does not begin with one. */
    private static int[] numbers(@Nullable String version) {
        if (version == null || version.isEmpty() || !Character.isDigit(version.charAt(0))) {
            return new int[0];
        }
        int[] numbers = new int[PARTS];
        int part = 0;
        for (int i = 0; i < version.length() && part < PARTS; i++) {
            char c = version.charAt(i);
            if (c >= '0' && c <= '9') {
                numbers[part] = Math.min(numbers[part] * 10 + (c - '0'), 100_000);
            } else if (c == '.') {
                part++;
            } else {
                break;
            }
        }
        return numbers;
    }
}
