package io.fluxalchemy.columns.people;

import io.fluxalchemy.mapping.annotation.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;

/** Documents of every kind. */
@Entity
public class Profile extends Keeper<Phone> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false)
    public String name;

    @Json
    public Settings settings;

    @Json
    public List<Phone> phones;

    @Json
    public Map<String, List<Phone>> phonesByPlace;

    @Json
    public Map<String, Object> anything;

    @Json
    public Notes notes;

    @Embedded
    public Contact contact;

    public Profile() {}

    public Profile(String name) {
        this.name = name;
    }
}
