package oracle.r2dbc.impl;

import java.util.List;
import java.util.stream.IntStream;

/** What the real driver makes of statements and values before it asks a server. In its package, since it shows neither to others. */
public final class DriverFacts {

    private DriverFacts() {}

    /** How many markers its parser finds. */
    public static int markers(String sql) {
        return SqlParameterParser.parse(sql).size();
    }

    /** The names of the markers that have one, by their places. */
    public static List<String> named(String sql) {
        List<String> names = SqlParameterParser.parse(sql);
        return IntStream.range(0, names.size())
                .filter(i -> names.get(i) != null)
                .mapToObj(names::get)
                .toList();
    }

    /** The type it binds a class as. */
    public static String typeOf(Class<?> bound) {
        return String.valueOf(SqlTypeMap.toJdbcType(bound));
    }
}
