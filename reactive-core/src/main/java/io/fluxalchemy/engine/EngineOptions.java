package io.fluxalchemy.engine;

import io.fluxalchemy.error.ConfigurationException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The options a URL may give the engine, each with the builder's method of the same name. Unknown names are refused. */
final class EngineOptions {

    private static final Map<String, BiConsumer<AsyncEngineBuilder, String>> KNOWN = Map.ofEntries(
            option("maxRows", (builder, text) -> builder.maxRows(number(text))),
            option("logValues", (builder, text) -> builder.logValues(truth(text))),
            option("serverDetail", (builder, text) -> builder.serverDetail(truth(text))),
            option("maxSize", (builder, text) -> builder.maxSize(number(text))),
            option("independentReserve", (builder, text) -> builder.independentReserve(number(text))),
            option("acquireTimeout", (builder, text) -> builder.acquireTimeout(duration(text))),
            option("stallLimit", (builder, text) -> builder.stallLimit(duration(text))),
            option("connectTimeout", (builder, text) -> builder.connectTimeout(duration(text))),
            option("maxIdleTime", (builder, text) -> builder.maxIdleTime(duration(text))),
            option("maxLifeTime", (builder, text) -> builder.maxLifeTime(duration(text))),
            option("validateAfter", (builder, text) -> builder.validateAfter(duration(text))),
            option("validationTimeout", (builder, text) -> builder.validationTimeout(duration(text))),
            option("cleanupTimeout", (builder, text) -> builder.cleanupTimeout(duration(text))),
            option("operationDrain", (builder, text) -> builder.operationDrain(duration(text))),
            option("stopTimeout", (builder, text) -> builder.stopTimeout(duration(text))),
            option("idleWarning", (builder, text) -> builder.idleWarning(duration(text))),
            option("slowQuery", (builder, text) -> builder.slowQuery(duration(text))),
            option("waitingOperations", (builder, text) -> builder.waitingOperations(number(text))),
            option("statementCacheSize", (builder, text) -> builder.statementCacheSize(number(text))),
            option("strict", (builder, text) -> builder.strict(truth(text))),
            option("resetAlways", (builder, text) -> builder.resetAlways(truth(text))),
            option("requireScope", (builder, text) -> builder.requireScope(truth(text))),
            option("trackCommits", (builder, text) -> builder.trackCommits(truth(text))),
            option("echo", (builder, text) -> builder.echo(truth(text))));

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

    private static Map.Entry<String, BiConsumer<AsyncEngineBuilder, String>> option(
            String name, BiConsumer<AsyncEngineBuilder, String> apply) {
        return Map.entry(name, apply);
    }

    private static boolean truth(String text) {
        return Boolean.parseBoolean(text);
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static Duration duration(String text) {
        return text.startsWith("P") ? Duration.parse(text) : Duration.ofMillis(Long.parseLong(text));
    }
}
