package io.fluxalchemy.metamodel.everything;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import java.util.HashSet;
import java.util.Set;

/** Holds a nested entity. */
final class Outer {

    private Outer() {}

    /** A nested entity that refers to itself, with a primitive id. */
    @Entity
    static class Inner {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inners")
        @SequenceGenerator(name = "inners", sequenceName = "inner_ids", initialValue = 7, allocationSize = 20)
        private long id;

        @ManyToOne
        Inner boss;

        @OneToMany(mappedBy = "boss")
        Set<Inner> staff = new HashSet<>();

        @ManyToMany(mappedBy = "inners")
        Set<Everything> everything;

        long getId() {
            return id;
        }
    }
}
