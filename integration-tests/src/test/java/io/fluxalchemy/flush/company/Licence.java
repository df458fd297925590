package io.fluxalchemy.flush.company;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.util.UUID;

/** One for a company, with an id made before the insert. */
@Entity
public class Licence {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    public UUID id;

    public String text;

    public byte[] scan;

    @OneToOne
    public Company company;

    public Licence() {}

    public Licence(String text) {
        this.text = text;
    }
}
