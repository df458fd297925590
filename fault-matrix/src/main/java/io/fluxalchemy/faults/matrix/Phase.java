package io.fluxalchemy.faults.matrix;

/** Where in its life a transaction is when the fault strikes; the phases of the contract. */
public enum Phase {
    P1_WAITING(""),
    P2_DELIVERED(""),
    P3_BEGIN("begin"),
    P4_IDLE(""),
    P5_STATEMENT("/*p5*/"),
    P6_ROWS("row 250 of"),
    P7_FLUSH(FlushedRow.MARK),
    P8_COMMIT("commit"),
    P9_AFTER_COMMIT(""),
    P10_ROLLBACK("rollback"),
    P11_RELEASE("reset all");

    private final String mark;

    Phase(String mark) {
        this.mark = mark;
    }

    /** What the proxy sees on the wire in this phase; empty where nothing travels. */
    String mark() {
        return mark;
    }
}
