package io.fluxalchemy.flush.company;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** Refers to an id of two columns. */
@Entity
public class Note {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String text;

    @ManyToOne
    @JoinColumn(name = "shift_week", referencedColumnName = "week")
    @JoinColumn(name = "shift_no", referencedColumnName = "no")
    public Shift shift;

    public Note() {}

    public Note(String text, Shift shift) {
        this.text = text;
        this.shift = shift;
    }
}
