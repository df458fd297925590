package io.fluxalchemy.inheritance.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public record Engine(
        @Column(name = "fuel") String fuel,
        @Column(name = "volume") Integer volume) {}
