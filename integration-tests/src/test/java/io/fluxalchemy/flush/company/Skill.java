package io.fluxalchemy.flush.company;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;

/** Its id is given by the program. */
@Entity
public class Skill {

    @Id
    @Column(length = 10)
    public String code;

    public String title;

    @ManyToMany(mappedBy = "skills")
    public Set<Person> people = new HashSet<>();

    public Skill() {}

    public Skill(String code) {
        this.code = code;
    }
}
