package io.fluxalchemy.session.copies;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Loan {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String borrower;

    @ManyToOne(optional = false)
    private Copy copy;

    protected Loan() {}

    Loan(String borrower) {
        this.borrower = borrower;
    }

    public Long getId() {
        return id;
    }

    public String getBorrower() {
        return borrower;
    }

    public Copy getCopy() {
        return copy;
    }
}
