package io.fluxalchemy.benchmarks.plain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

@Table("author")
public class PlainAuthor {

    @Id
    public @Nullable Long id;

    public String name;
    public String email;
    public boolean active;

    @Column("created_at")
    public Instant createdAt;

    @Version
    public int version;

    @Transient
    public final List<PlainBook> books = new ArrayList<>();

    @PersistenceCreator
    public PlainAuthor(@Nullable Long id, String name, String email, boolean active, Instant createdAt, int version) {
        this.id = id;
        this.name = name;
        this.email = email;
        this.active = active;
        this.createdAt = createdAt;
        this.version = version;
    }
}
