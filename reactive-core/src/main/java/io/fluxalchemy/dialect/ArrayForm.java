package io.fluxalchemy.dialect;

import io.fluxalchemy.type.SqlType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a list of values of one type travels as one bound array.
 *
 * @param type binds the whole list; its values are lists of what the element's type takes, nulls allowed
 * @param arrayType the bound array's type in SQL, such as {@code bigint[]}
 * @param elementType what each element is cast to after unnesting; null where the array holds it as it is
 */
public record ArrayForm(
        SqlType<? extends List<?>> type,
        String arrayType,
        @Nullable String elementType) {

    /** The array of elements, from the marker of the bound one. */
    public String array(String marker) {
        return elementType == null ? marker : marker + "::" + arrayType + "::" + elementType + "[]";
    }

    /** As {@link #array(String)}, with SQL around each element. */
    public String array(String marker, UnaryOperator<String> around) {
        return "array(select " + around.apply(element("each.one")) + " from unnest(" + marker + "::" + arrayType
                + ") as each (one))";
    }

    /** One element, from the text that names an unnested one. */
    public String element(String unnested) {
        return elementType == null ? unnested : "cast(" + unnested + " as " + elementType + ")";
    }
}
