package io.fluxalchemy.security.people;

import io.fluxalchemy.mapping.annotation.Sensitive;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Somebody with secrets of several types, a role nobody sets through it, and a version. */
@Entity
public class Patient {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(length = 100)
    private String name;

    @Sensitive
    @Column(length = 200)
    private String diagnosis;

    @Sensitive
    private LocalDate born;

    @Sensitive
    @Column(precision = 10, scale = 2)
    private BigDecimal debt;

    @Sensitive
    private Integer pin;

    @Column(insertable = false, updatable = false, length = 20)
    private String role;

    @Version
    private int version;

    @Transient
    private boolean admin;

    protected Patient() {}

    public Patient(String name, String diagnosis, LocalDate born, BigDecimal debt, Integer pin) {
        this.name = name;
        this.diagnosis = diagnosis;
        this.born = born;
        this.debt = debt;
        this.pin = pin;
    }

    /** As a request's body would fill it, every field from outside. */
    public static Patient fromOutside(Long id, String name, String role, int version) {
        Patient patient = new Patient(name, null, null, null, null);
        patient.id = id;
        patient.role = role;
        patient.version = version;
        patient.admin = true;
        return patient;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDiagnosis() {
        return diagnosis;
    }

    public LocalDate getBorn() {
        return born;
    }

    public BigDecimal getDebt() {
        return debt;
    }

    public Integer getPin() {
        return pin;
    }

    public String getRole() {
        return role;
    }

    public int getVersion() {
        return version;
    }

    public boolean isAdmin() {
        return admin;
    }
}
