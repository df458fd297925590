package io.fluxalchemy.examples.chinook.model;

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

/** A customer; owns the invoices. */
@Entity
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, length = 40)
    private String firstName;

    @Column(nullable = false, length = 20)
    private String lastName;

    @Column(length = 80)
    private String company;

    @Embedded
    private Address address;

    @Embedded
    private Contact contact;

    @ManyToOne
    private Employee supportRep;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL)
    @OrderBy("invoiceDate")
    private List<Invoice> invoices = new ArrayList<>();

    protected Customer() {}

    public Customer(
            String firstName, String lastName, String company, Address address, Contact contact, Employee supportRep) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.company = company;
        this.address = address;
        this.contact = contact;
        this.supportRep = supportRep;
    }

    /** Adds an invoice to this customer, on both sides. */
    public Invoice invoice(LocalDate date, Address billing, BigDecimal total) {
        Invoice invoice = new Invoice(this, date, billing, total);
        invoices.add(invoice);
        return invoice;
    }

    public Long getId() {
        return id;
    }

    public String getFirstName() {
        return firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public String getCompany() {
        return company;
    }

    public Address getAddress() {
        return address;
    }

    public Contact getContact() {
        return contact;
    }

    public Employee getSupportRep() {
        return supportRep;
    }

    public List<Invoice> getInvoices() {
        return invoices;
    }
}
