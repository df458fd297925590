package io.fluxalchemy.columns.machines;

import io.fluxalchemy.mapping.annotation.Sensitive;
import io.fluxalchemy.mapping.annotation.Wrapped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Stored otherwise than it is read. */
@Entity
public class Credential {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Version
    public int version;

    @Sensitive
    @Column(length = 80)
    @Wrapped(write = "concat('~', {0})", read = "substring({0}, 2)", declaredAs = "varchar(90)")
    public String word;

    public Credential() {}

    public Credential(String word) {
        this.word = word;
    }
}
