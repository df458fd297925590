package io.fluxalchemy.metamodel.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Tag {

    @Id
    Long id;

    String name;
}
