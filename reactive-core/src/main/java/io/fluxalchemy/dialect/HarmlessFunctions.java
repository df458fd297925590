package io.fluxalchemy.dialect;

import io.fluxalchemy.sql.tree.PortableFunction;
import java.util.HashSet;
import java.util.Set;

/** The functions that are known to read only: portable ones, aggregates, window functions and common ones of every database. */
public final class HarmlessFunctions {

    private static final Set<String> NAMES = names();

    private HarmlessFunctions() {}

    /** Whether a call of this name is known to change nothing, be it rows or session settings. */
    public static boolean contains(String name) {
        return NAMES.contains(name);
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>(Identifiers.words("""
                round ceiling floor power sqrt concat substring position replace greatest least
                count sum avg min max array_agg string_agg bool_and bool_or json_agg every
                row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value"""));
        names.addAll(PortableFunction.NAMES);
        return Set.copyOf(names);
    }
}
