package io.fluxalchemy.metamodel.shop;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

@Entity
public class OrderLine {

    @EmbeddedId
    OrderLineId id;

    int quantity;
}
