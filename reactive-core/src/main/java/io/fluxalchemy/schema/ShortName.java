package io.fluxalchemy.schema;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Derived names cut to a limit, with a checksum of the whole at the end so that different names stay different. */
public final class ShortName {

    private ShortName() {}

    /** @param limit in bytes of UTF-8 */
    public static String of(String name, int limit) {
        if (bytes(name) <= limit) {
            return name;
        }
        String suffix = "_" + String.format(Locale.ROOT, "%08x", name.hashCode());
        int end = name.length();
        while (bytes(name.substring(0, end)) > limit - suffix.length()) {
            end -= Character.isLowSurrogate(name.charAt(end - 1)) ? 2 : 1;
        }
        return name.substring(0, end) + suffix;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
