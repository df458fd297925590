package io.fluxalchemy.flush.company;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;

/** Lives with its company. */
@Entity
public class Office {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    public String room;

    @Convert(converter = SecondsConverter.class)
    public Duration lease;

    @ManyToOne(optional = false)
    public Company company;

    public Office() {}

    public Office(String room) {
        this.room = room;
    }
}
