package io.fluxalchemy.benchmarks.workload;

/** How much there is to read and write: what is measured, and what a test has the time for. */
enum Size {
    MEASURED(5_000, 10_000, 1_000),
    TESTED(200, 100, 100);

    /** Books of each author. */
    static final int BOOKS_EACH = 10;

    private final int authors;
    private final int inserts;
    private final int renames;

    Size(int authors, int inserts, int renames) {
        this.authors = authors;
        this.inserts = inserts;
        this.renames = renames;
    }

    int authors() {
        return authors;
    }

    int books() {
        return authors * BOOKS_EACH;
    }

    /** Books inserted by one operation. */
    int inserts() {
        return inserts;
    }

    /** Authors changed by one operation. */
    int renames() {
        return renames;
    }
}
