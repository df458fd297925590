package io.fluxalchemy.engine.driver;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.Locale;

/** Whether options lead to a server on this machine only, by their text: no name is looked up. */
public final class Loopback {

    private Loopback() {}

    /** True for options without a host, such as those of a socket file, and if every host named is this machine. */
    public static boolean isAllOf(ConnectionFactoryOptions options) {
        Object host = options.getValue(ConnectionFactoryOptions.HOST);
        if (host == null || host.toString().isBlank()) {
            return true;
        }
        for (String each : host.toString().split(",", -1)) {
            if (!isLoopback(each.trim().toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLoopback(String hostAndPort) {
        String host = withoutPort(hostAndPort);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("::1")
                || host.equals("0:0:0:0:0:0:0:1")
                || isLoopbackAddress(host);
    }

    /** 127.0.0.0/8 as four numbers; a name that only begins so is somebody's domain. */
    private static boolean isLoopbackAddress(String host) {
        String[] numbers = host.split("\\.", -1);
        if (numbers.length != 4 || !numbers[0].equals("127")) {
            return false;
        }
        for (String number : numbers) {
            if (number.isEmpty() || number.length() > 3 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}
