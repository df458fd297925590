package io.fluxalchemy.dialects.sqlserver;

import io.fluxalchemy.dialect.BindSyntax;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;

/**
 * {@code @P1}. The driver declares a decimal with 38 digits and its value's own scale; several of those in one list of values would
 * be brought to one scale that is too small for some, and rounded in silence. So each is cast to its column's type, which was checked
 * to hold it.
 */
final class SqlServerBinds implements BindSyntax {

    private final TypeSyntax types;

    SqlServerBinds(TypeSyntax types) {
        this.types = types;
    }

    @Override
    public String marker(int position, SqlType<?> type, boolean untyped) {
        boolean isDecimal = type.storage() instanceof Storage.Numeric;
        boolean isTruth = untyped && type.storage() == Storage.Simple.BOOLEAN;
        return isDecimal || isTruth
                ? "cast(@P" + position + " as " + types.cast(type.storage()) + ")"
                : "@P" + position;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }
}
