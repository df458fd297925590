package io.fluxalchemy.session.copies;

import jakarta.persistence.CascadeType;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Copy {

    @EmbeddedId
    private CopyId id;

    private String shelf;

    @OneToMany(mappedBy = "copy", cascade = CascadeType.ALL)
    private List<Loan> loans = new ArrayList<>();

    protected Copy() {}

    public Copy(CopyId id, String shelf, String... borrowers) {
        this.id = id;
        this.shelf = shelf;
        for (String borrower : borrowers) {
            loans.add(new Loan(borrower));
        }
    }

    public CopyId getId() {
        return id;
    }

    public String getShelf() {
        return shelf;
    }

    public List<Loan> getLoans() {
        return loans;
    }
}
