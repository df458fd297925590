package io.fluxalchemy.mapping.library;

/** A loan has a composite id; the database fills its status when none is given. */
public class Loan {
    public LoanId id;
    public String borrower;
    public String status;

    public Loan() {}

    public Loan(LoanId id, String borrower) {
        this.id = id;
        this.borrower = borrower;
    }
}
