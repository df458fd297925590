package io.fluxalchemy.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What completion shows behind the dot of a column: what its kind can do, and nothing of another kind. */
class KindMethodsTest {

    private static final Set<String> OF_OBJECT =
            Arrays.stream(Object.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

    private static Set<String> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !OF_OBJECT.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a kind adds to what every column shows. */
    private static Set<String> own(Class<?> column) {
        Set<String> own = methods(column);
        own.removeAll(methods(ValueColumn.class));
        return own;
    }

    @Test
    void everyColumnComparesOrdersAndIsNamed() {
        assertThat(methods(ValueColumn.class))
                .containsExactly(
                        "as",
                        "asc",
                        "between",
                        "desc",
                        "describe",
                        "eq",
                        "eqIf",
                        "ge",
                        "geIf",
                        "gt",
                        "gtIf",
                        "in",
                        "inIf",
                        "isDistinctFrom",
                        "isNotNull",
                        "isNull",
                        "label",
                        "le",
                        "leIf",
                        "lt",
                        "ltIf",
                        "name",
                        "ne",
                        "node",
                        "notIn",
                        "selection",
                        "table",
                        "type",
                        "with");
    }

    @Test
    void textIsSearchedCutAndJoined() {
        assertThat(own(TextColumn.class))
                .containsExactly(
                        "collate",
                        "concat",
                        "contains",
                        "containsIf",
                        "containsIgnoreCase",
                        "endsWith",
                        "hasWords",
                        "ilike",
                        "length",
                        "like",
                        "lower",
                        "matches",
                        "matchesIgnoreCase",
                        "position",
                        "replace",
                        "replaceMatches",
                        "startsWith",
                        "startsWithIf",
                        "substring",
                        "trim",
                        "upper");
    }

    @Test
    void numbersAreCalculatedWith() {
        assertThat(own(NumericColumn.class))
                .containsExactly(
                        "bitAnd",
                        "bitNot",
                        "bitOr",
                        "bitXor",
                        "dividedBy",
                        "minus",
                        "modulo",
                        "negated",
                        "plus",
                        "shiftLeft",
                        "shiftRight",
                        "times");
    }

    @Test
    void truthIsJoined() {
        assertThat(own(BooleanColumn.class)).containsExactly("and", "not", "or");
    }

    @Test
    void timesHavePartsAndMove() {
        assertThat(own(TemporalColumn.class))
                .containsExactly(
                        "day",
                        "dayOfWeek",
                        "dayOfYear",
                        "hour",
                        "minus",
                        "minute",
                        "month",
                        "plus",
                        "quarter",
                        "second",
                        "truncatedTo",
                        "week",
                        "year");
    }

    @Test
    void whatHoldsSeveralValuesIsLookedInto() {
        assertThat(own(JsonColumn.class)).containsExactly("hasKey", "number", "path", "text");
        assertThat(own(ArrayColumn.class)).containsExactly("contains", "containsAll", "overlaps");
        assertThat(own(RangeColumn.class)).containsExactly("contains", "containsAll", "isBefore", "overlaps");
        assertThat(own(HstoreColumn.class)).containsExactly("containsAll", "get", "hasKey");
        assertThat(own(InetColumn.class)).containsExactly("contains", "isWithin");
    }
}
