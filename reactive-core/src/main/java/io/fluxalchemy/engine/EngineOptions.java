package io.fluxalchemy.engine;

import io.fluxalchemy.error.ConfigurationException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The options a URL may give the engine, each with the builder's method of the same name. Unknown names are refused. */
final class EngineOptions {

    private static final Map<String, BiConsumer<AsyncEngineBuilder, String>> KNOWN = Map.of(
            "maxSize", (builder, text) -> builder.maxSize(number(text)),
            "acquireTimeout", (builder, text) -> builder.acquireTimeout(duration(text)),
            "connectTimeout", (builder, text) -> builder.connectTimeout(duration(text)),
            "maxIdleTime", (builder, text) -> builder.maxIdleTime(duration(text)),
            "maxLifeTime", (builder, text) -> builder.maxLifeTime(duration(text)),
            "validateAfter", (builder, text) -> builder.validateAfter(duration(text)),
            "slowQuery", (builder, text) -> builder.slowQuery(duration(text)),
            "statementCacheSize", (builder, text) -> builder.statementCacheSize(number(text)),
            "echo", (builder, text) -> builder.echo(Boolean.parseBoolean(text)));

    private EngineOptions() {}

    static void apply(Map<String, String> given, AsyncEngineBuilder builder) {
        given.forEach((name, text) -> {
            BiConsumer<AsyncEngineBuilder, String> option = KNOWN.get(name);
            if (option == null) {
                throw new ConfigurationException("the URL has an unknown option fluxalchemy." + name + ": known are "
                        + new TreeSet<>(KNOWN.keySet()));
            }
            try {
                option.accept(builder, text);
            } catch (NumberFormatException | DateTimeParseException e) {
                throw new ConfigurationException("the URL's option fluxalchemy." + name
                        + " is not understood: numbers are written 20, durations PT10S or in milliseconds 10000");
            }
        });
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static Duration duration(String text) {
        return text.startsWith("P") ? Duration.parse(text) : Duration.ofMillis(Long.parseLong(text));
    }
}
