package io.fluxalchemy.faults.matrix;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What the matrix's unit of work stores; its name is the mark by which the proxy knows the flush. */
@Entity
public class FlushedRow {

    static final String MARK = "p7-mark";

    @Id
    private Long id;

    private String name;

    protected FlushedRow() {}

    FlushedRow(long id) {
        this.id = id;
        this.name = MARK;
    }
}
