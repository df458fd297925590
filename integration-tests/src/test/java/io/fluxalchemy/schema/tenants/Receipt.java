package io.fluxalchemy.schema.tenants;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** Of no schema; numbered by a sequence of none. */
@Entity
@Table(name = "receipt")
public class Receipt {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "receipts")
    @SequenceGenerator(name = "receipts", sequenceName = "receipt_no", allocationSize = 3)
    public Long id;

    public String text;

    public Receipt() {}

    public Receipt(String text) {
        this.text = text;
    }
}
