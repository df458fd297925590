package io.fluxalchemy.examples.chinook.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A postal address, kept in columns of its owner. */
@Embeddable
public record Address(
        @Column(name = "address", length = 70) String street,
        @Column(length = 40) String city,
        @Column(length = 40) String state,
        @Column(length = 40) String country,
        @Column(length = 10) String postalCode) {}
