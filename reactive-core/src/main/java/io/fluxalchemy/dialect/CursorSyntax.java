package io.fluxalchemy.dialect;

/** How rows of one query are read in several statements of one transaction. Names are made by the engine. */
public interface CursorSyntax {

    /** {@code declare … no scroll cursor for …}, {@code fetch forward n}, {@code close}: the standard as PostgreSQL has it. */
    CursorSyntax DECLARE_AND_FETCH = new CursorSyntax() {
        @Override
        public String declare(String name, String query) {
            return "declare " + name + " no scroll cursor for " + query;
        }

        @Override
        public String fetch(String name, int rows) {
            return "fetch forward " + rows + " from " + name;
        }

        @Override
        public String close(String name) {
            return "close " + name;
        }
    };

    /** Opens a cursor over a query, whose bind markers stay as they are. */
    String declare(String name, String query);

    /** The next rows, fewer at the end. */
    String fetch(String name, int rows);

    String close(String name);
}
