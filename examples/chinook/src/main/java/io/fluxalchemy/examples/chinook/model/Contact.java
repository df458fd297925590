package io.fluxalchemy.examples.chinook.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How to reach somebody, kept in columns of its owner. */
@Embeddable
public record Contact(
        @Column(length = 24) String phone,
        @Column(length = 24) String fax,
        @Column(length = 60) String email) {}
