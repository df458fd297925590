package io.fluxalchemy.columns.people;

import io.fluxalchemy.mapping.annotation.Json;
import jakarta.persistence.Embeddable;
import java.util.List;

/** A document inside an embeddable. */
@Embeddable
public record Contact(String mail, @Json List<Phone> numbers) {}
