package io.fluxalchemy.examples.chinook.model;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One purchase; owns its lines. */
@Entity
public class Invoice {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    private Customer customer;

    @Column(nullable = false)
    private LocalDate invoiceDate;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "billing_address"))
    @AttributeOverride(name = "city", column = @Column(name = "billing_city"))
    @AttributeOverride(name = "state", column = @Column(name = "billing_state"))
    @AttributeOverride(name = "country", column = @Column(name = "billing_country"))
    @AttributeOverride(name = "postalCode", column = @Column(name = "billing_postal_code"))
    private Address billing;

    @Column(nullable = false, precision = 10, scale = 2)
    private BigDecimal total;

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<InvoiceLine> lines = new ArrayList<>();

    protected Invoice() {}

    Invoice(Customer customer, LocalDate invoiceDate, Address billing, BigDecimal total) {
        this.customer = customer;
        this.invoiceDate = invoiceDate;
        this.billing = billing;
        this.total = total;
    }

    /** Adds a line to this invoice, on both sides. */
    public void line(Track track, BigDecimal unitPrice, int quantity) {
        lines.add(new InvoiceLine(this, track, unitPrice, quantity));
    }

    public Long getId() {
        return id;
    }

    public Customer getCustomer() {
        return customer;
    }

    public LocalDate getInvoiceDate() {
        return invoiceDate;
    }

    public Address getBilling() {
        return billing;
    }

    public BigDecimal getTotal() {
        return total;
    }

    public List<InvoiceLine> getLines() {
        return lines;
    }
}
