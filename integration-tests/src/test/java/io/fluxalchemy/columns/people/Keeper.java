package io.fluxalchemy.columns.people;

import io.fluxalchemy.mapping.annotation.Json;
import jakarta.persistence.MappedSuperclass;
import java.util.List;

/** A document whose class is said by the entity. */
@MappedSuperclass
public abstract class Keeper<D> {

    @Json
    public List<D> kept;
}
