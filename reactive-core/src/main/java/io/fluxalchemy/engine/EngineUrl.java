package io.fluxalchemy.engine;

import io.fluxalchemy.error.ConfigurationException;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An R2DBC URL taken apart: the driver's options, and those of ours, which begin with {@code fluxalchemy.}. A URL may hold a
 * password, so no message quotes it or anything of it but names of options and of the driver.
 *
 * @param options for the driver
 * @param own our options, without the prefix
 */
record EngineUrl(ConnectionFactoryOptions options, Map<String, String> own) {

    private static final String PREFIX = "fluxalchemy.";
    private static final String ENCODING =
            "characters such as @ : / ? # % in user, password or database must be percent-encoded";
    private static final String EXAMPLE = "r2dbc:postgresql://user:password@host:5432/database";

    static EngineUrl parse(String url) {
        if (url.startsWith("jdbc:")) {
            throw new ConfigurationException("a JDBC URL was given: R2DBC URLs look like " + EXAMPLE);
        }
        if (!url.startsWith("r2dbc:") && !url.startsWith("r2dbcs:")) {
            throw new ConfigurationException("the URL does not begin with r2dbc: (a URL looks like " + EXAMPLE + ")");
        }
        requireEncoded(url);
        Map<String, String> own = new LinkedHashMap<>();
        String rest = withoutOwn(url, own);
        try {
            return new EngineUrl(ConnectionFactoryOptions.parse(rest), own);
        } catch (RuntimeException e) {
            // the parser's message and cause may quote the URL with its password
            throw new ConfigurationException(
                    "the URL is not a valid R2DBC URL (a URL looks like " + EXAMPLE + "; " + ENCODING + ")");
        }
    }

    /** A raw / ? or # ends host and port: what follows of the password would be taken for database or options, and told about. */
    private static void requireEncoded(String url) {
        int slashes = url.indexOf("//");
        int authority = slashes < 0 ? 0 : slashes + 2;
        int end = authority;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        boolean hasPath = end < url.length() && url.charAt(end) == '/';
        int query = url.indexOf('?', end);
        String rest = url.substring(end, hasPath && query >= 0 ? query : url.length());
        boolean hasHost = end > authority;
        if (hasHost && rest.indexOf('@') >= 0 || url.indexOf('#') >= 0) {
            throw new ConfigurationException("the URL has @ behind the host, or #: " + ENCODING);
        }
    }

    /** The driver the URL names, without any part that could be secret. */
    String driver() {
        Object driver = options.getValue(ConnectionFactoryOptions.DRIVER);
        return driver == null ? "" : driver.toString();
    }

    private static String withoutOwn(String url, Map<String, String> own) {
        int query = url.indexOf('?');
        if (query < 0) {
            return url;
        }
        StringBuilder kept = new StringBuilder();
        for (String option : url.substring(query + 1).split("&", -1)) {
            if (option.startsWith(PREFIX)) {
                int equals = option.indexOf('=');
                String name = option.substring(PREFIX.length(), equals < 0 ? option.length() : equals);
                own.put(name, equals < 0 ? "" : option.substring(equals + 1));
            } else {
                kept.append(kept.isEmpty() ? "?" : "&").append(option);
            }
        }
        return url.substring(0, query) + kept;
    }
}
