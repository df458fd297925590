package io.fluxalchemy.roundtrip;

import io.fluxalchemy.type.JsonCodec;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JSON codec of these tests, which knows one class; an application has one over its JSON library. */
public final class PointCodec implements JsonCodec {

    /** A document. */
    public record Point(int x, int y) {}

    private static final Pattern DOCUMENT = Pattern.compile("\\{\"x\": ?(-?\\d+), ?\"y\": ?(-?\\d+)}");

    @Override
    public <T> @Nullable T read(String json, Class<T> type) {
        if (json.equals("null")) {
            return null;
        }
        Matcher document = DOCUMENT.matcher(json);
        if (!document.matches()) {
            throw new IllegalArgumentException("not a point");
        }
        return type.cast(new Point(Integer.parseInt(document.group(1)), Integer.parseInt(document.group(2))));
    }

    @Override
    public String write(Object value) {
        Point point = (Point) value;
        return "{\"x\": " + point.x() + ", \"y\": " + point.y() + "}";
    }
}
