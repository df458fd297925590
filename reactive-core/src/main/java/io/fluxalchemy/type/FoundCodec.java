package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The JSON codec of this class path.
 *
 * @param problem why there is none
 */
record FoundCodec(@Nullable JsonCodec codec, @Nullable Throwable cause, String problem) {

    /** Looked for once, at the first conversion. */
    static FoundCodec here() {
        return OnClassPath.CODEC;
    }

    /** The application's codec, or else the shipped one. */
    static FoundCodec choose(List<JsonCodec> found) {
        List<JsonCodec> own = found.stream().filter(codec -> !codec.isShipped()).toList();
        List<JsonCodec> candidates = own.isEmpty() ? found : own;
        if (candidates.size() > 1) {
            List<String> names =
                    candidates.stream().map(codec -> codec.getClass().getName()).toList();
            return none(
                    "there are several JSON codecs on the class path, " + String.join(" and ", names)
                            + ": take all but one off, or write a codec of your own, which goes before those of the library",
                    null);
        }
        return candidates.isEmpty()
                ? none(
                        "no " + JsonCodec.class.getName() + " is on the class path: add the module reactive-jackson"
                                + " (Jackson 3) or reactive-jackson2, or a service of yours in META-INF/services; Types.JSON"
                                + " needs none and gives the text",
                        null)
                : new FoundCodec(candidates.get(0), null, "");
    }

    JsonCodec require() {
        if (codec == null) {
            throw new ConversionException(problem, cause);
        }
        return codec;
    }

    private static FoundCodec none(String problem, @Nullable Throwable cause) {
        return new FoundCodec(null, cause, problem);
    }

    private static FoundCodec find() {
        List<JsonCodec> found = new ArrayList<>();
        try {
            ServiceLoader.load(JsonCodec.class, JsonCodec.class.getClassLoader())
                    .forEach(found::add);
        } catch (ServiceConfigurationError broken) {
            return none("a JSON codec named in META-INF/services cannot be used: " + broken.getMessage(), broken);
        }
        return choose(found);
    }

    private static final class OnClassPath {
        static final FoundCodec CODEC = find();
    }
}
