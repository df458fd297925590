package io.fluxalchemy.benchmarks.workload;

import java.util.List;

/** What is measured. */
public enum Workload {
    W1("find by id, 1 client", 1),
    W1X32("find by id, 32 clients", 1),
    W1X32C("find by id, 32 clients, coalesced where offered", 1),
    W2("1,000 entities into a list", 1_000),
    W2B("stream of 50,000 entities", 50_000),
    W3("100 authors, 10 books each", 1_100),
    W3B("50 authors, 10 books each, 3 tags each", 2_050),
    W4("insert 10,000, ids back", 10_000),
    W5("load, change, flush 1,000 (versioned)", 1_000),
    W6("select, update, insert in a transaction, 32 clients", 1);

    private final String title;
    private final int units;

    Workload(String title, int units) {
        this.title = title;
        this.units = units;
    }

    public String title() {
        return title;
    }

    /** Into how many parts client CPU and allocation of one operation are divided: rows, or the operation itself. */
    public int units() {
        return units;
    }

    public String unit() {
        return units > 1 ? "row" : this == W6 ? "transaction" : "find";
    }

    public static List<Workload> all() {
        return List.of(values());
    }
}
