package io.fluxalchemy.columns.machines;

import io.fluxalchemy.mapping.annotation.Hstore;
import io.fluxalchemy.type.Bits;
import io.fluxalchemy.type.Inet;
import io.fluxalchemy.type.Interval;
import io.fluxalchemy.type.Range;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;

/** With an attribute of each type that PostgreSQL alone has. */
@Entity
public class Machine {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Interval warranty;

    public Inet address;

    @Column(length = 8)
    public Bits flags;

    public Range<Integer> ports;

    public Range<Instant> inUse;

    @Hstore
    public Map<String, String> labels;

    public Machine() {}
}
