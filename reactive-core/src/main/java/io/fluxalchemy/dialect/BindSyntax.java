package io.fluxalchemy.dialect;

import io.fluxalchemy.type.SqlType;

/** How a bind marker is written. */
public interface BindSyntax {

    /** {@code ?} for every value, in order. */
    BindSyntax QUESTION_MARK = new BindSyntax() {
        @Override
        public String marker(int position, SqlType<?> type, boolean untyped) {
            return "?";
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    };

    /**
     * The marker of a value.
     *
     * @param position counted from 1
     * @param untyped whether nothing around it tells the database its type, as in a select list
     */
    String marker(int position, SqlType<?> type, boolean untyped);

    /** Whether a marker may be repeated to bind one value at several places. */
    boolean isRepeatable();
}
