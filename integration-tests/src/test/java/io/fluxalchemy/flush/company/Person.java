package io.fluxalchemy.flush.company;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ids of a sequence, a boss in the same table, and skills that live on without it. */
@Entity
public class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person_ids")
    @SequenceGenerator(name = "person_ids", sequenceName = "person_seq", allocationSize = 20)
    public long id;

    public String name;

    @ManyToOne(cascade = CascadeType.PERSIST)
    public Person boss;

    @OneToMany(mappedBy = "boss", cascade = CascadeType.PERSIST)
    public List<Person> reports = new ArrayList<>();

    @ManyToMany(cascade = CascadeType.PERSIST)
    public Set<Skill> skills = new HashSet<>();

    public Person() {}

    public Person(String name, Person... reports) {
        this.name = name;
        for (Person report : reports) {
            this.reports.add(report);
            report.boss = this;
        }
    }
}
